package io.shiporskip.mongo.testing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of MongoDB, as its connection string format has them. */
public final class DatabaseAddress {

    static final String VARIABLE = "MONGODB_URI";

    /** Scheme, credentials and hosts, the database if there is one, the options if there are any. */
    private static final Pattern ADDRESS =
            Pattern.compile("(mongodb(?:\\+srv)?://(?:([^@/?]*)@)?[^/?]+)(?:/([^?]*))?(\\?.*)?");

    private DatabaseAddress() {}

    /** The server that {@code MONGODB_URI} names. */
    public static Optional<String> named() {
        return Optional.ofNullable(System.getenv(VARIABLE)).filter(address -> !address.isBlank());
    }

    /**
     * The address of another database on the same server. Who asks is known to the server as before: a name without an
     * {@code authSource} is looked up in the database that the address had.
     *
     * @throws IllegalArgumentException when it is no MongoDB address
     */
    public static String of(String address, String database) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no MongoDB address: it begins with mongodb:// and names a host");
        }
        String options = Optional.ofNullable(parts.group(4)).orElse("");
        String before = Optional.ofNullable(parts.group(3)).orElse("");
        if (parts.group(2) != null && !before.isEmpty() && !options.contains("authSource=")) {
            options += (options.isEmpty() ? "?" : "&") + "authSource=" + before;
        }
        return parts.group(1) + "/" + database + options;
    }
}
