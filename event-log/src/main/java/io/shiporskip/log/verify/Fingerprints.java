package io.shiporskip.log.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A set of texts, each with a number, in 32 to 64 bytes a text whatever its length: it keeps the first 128 bits of
 * SHA-256, so two texts meet by chance once in 10^26 for a million of them.
 */
final class Fingerprints {

    private static final int WORDS = 3;

    /** Per slot: 64 bits, 64 bits, the number + 1; 0 where the slot is free. */
    private long[] slots = new long[WORDS * 1024];

    private int used;
    private final MessageDigest digest;

    Fingerprints() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /**
     * Sets the text's number.
     *
     * @param number from 0
     * @return the number it had; -1 when it was not here
     */
    long put(String text, long number) {
        ByteBuffer print = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        if (used >= slots.length / WORDS / 4 * 3) {
            grow();
        }
        return put(print.getLong(), print.getLong(), number + 1) - 1;
    }

    private long put(long high, long low, long number) {
        int mask = slots.length / WORDS - 1;
        int slot = (int) low & mask;
        while (slots[WORDS * slot + 2] != 0 && (slots[WORDS * slot] != high || slots[WORDS * slot + 1] != low)) {
            slot = (slot + 1) & mask;
        }
        long before = slots[WORDS * slot + 2];
        slots[WORDS * slot] = high;
        slots[WORDS * slot + 1] = low;
        slots[WORDS * slot + 2] = number;
        used += before == 0 ? 1 : 0;
        return before;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        used = 0;
        for (int i = 0; i < old.length; i += WORDS) {
            if (old[i + 2] != 0) {
                put(old[i], old[i + 1], old[i + 2]);
            }
        }
    }
}
