package io.shiporskip.log;

import java.time.Instant;

/**
 * Where the log ends.
 *
 * @param position of the last event; 0 when the log is empty
 * @param hash of the last block, in lower-case hex: it stands for everything before it
 * @param at time of the last block; the epoch when the log is empty
 */
public record LogHead(long position, String hash, Instant at) {

    /** The hash before the first block: 32 zero bytes. */
    public static final String ORIGIN = "0".repeat(64);

    /** The head of a log that holds nothing. */
    public static final LogHead EMPTY = new LogHead(0, ORIGIN, Instant.EPOCH);
}
