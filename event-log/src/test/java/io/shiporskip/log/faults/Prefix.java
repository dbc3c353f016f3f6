package io.shiporskip.log.faults;

import io.shiporskip.log.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The beginning of the log, as a reader found it.
 *
 * @param events how many
 * @param digest over every field of them
 */
record Prefix(int events, String digest) {

    static Prefix of(List<StoredEvent> events) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            events.forEach(event -> sha256.update(event.toString().getBytes(StandardCharsets.UTF_8)));
            return new Prefix(events.size(), HexFormat.of().formatHex(sha256.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
