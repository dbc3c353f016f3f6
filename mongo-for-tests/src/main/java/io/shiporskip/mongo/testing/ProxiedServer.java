package io.shiporskip.mongo.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;

/** The one server of a replica set that a proxy can stand in front of. */
public final class ProxiedServer {

    private static final Pattern URI = Pattern.compile("mongodb://([^/@]*@)?([^/?]+)(/[^?]*)?(\\?(.*))?");

    private ProxiedServer() {}

    /**
     * The same server, with its primary as the only host.
     *
     * @throws IllegalArgumentException for {@code mongodb+srv} and for TLS, whose messages no proxy can read
     */
    public static String primaryOf(String uri) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches() || uri.contains("tls=true") || uri.contains("ssl=true")) {
            throw new IllegalArgumentException(
                    "a proxy needs a plain mongodb:// address without TLS, for it reads what it cuts");
        }
        try (MongoClient client = MongoClients.create(uri)) {
            String primary = client.getDatabase("admin")
                    .runCommand(new Document("hello", 1))
                    .getString("primary");
            return direct(parts, primary == null ? parts.group(2).replaceFirst(",.*", "") : primary);
        }
    }

    private static String direct(Matcher parts, String host) {
        String options = parts.group(5) == null ? "" : parts.group(5);
        String kept = Arrays.stream(options.split("&"))
                .filter(option -> !option.isEmpty())
                .filter(option -> !option.startsWith("replicaSet=") && !option.startsWith("directConnection="))
                .collect(Collectors.joining("&"));
        return "mongodb://" + (parts.group(1) == null ? "" : parts.group(1)) + host
                + (parts.group(3) == null ? "/" : parts.group(3)) + "?directConnection=true"
                + (kept.isEmpty() ? "" : "&" + kept);
    }
}
