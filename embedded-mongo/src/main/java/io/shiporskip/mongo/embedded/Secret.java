package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Made at each start and known to whoever holds the connection string; presented as the application name in `hello`. */
final class Secret {

    private static final int BYTES = 16;

    private final String text;

    Secret() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        this.text = HexFormat.of().formatHex(random);
    }

    String text() {
        return text;
    }

    boolean isPresentedBy(Document hello) {
        return hello.get("client") instanceof Document client
                && client.get("application") instanceof Document application
                && application.get("name") instanceof String name
                && MessageDigest.isEqual(name.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
