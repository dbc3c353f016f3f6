package io.shiporskip.log.block;

import io.shiporskip.log.StoredEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash chain: SHA-256 over the 32 bytes of the previous block's hash and this block's {@link CanonicalBytes}, so
 * that the last hash stands for every byte of every event before it.
 */
public final class BlockHash {

    private BlockHash() {}

    /**
     * @param previous the previous block's hash in hex; {@link io.shiporskip.log.LogHead#ORIGIN} before the first
     * @return lower-case hex, 64 characters
     * @throws IllegalArgumentException when {@code previous} is not hex
     */
    public static String of(String previous, long position, Instant at, List<StoredEvent> events) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(previous));
        digest.update(CanonicalBytes.of(position, at, events));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash that {@code block} must carry to belong where it stands. */
    public static String of(Block block) {
        return of(block.previous(), block.position(), block.at(), block.events());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
