package io.shiporskip.log.block;

import io.shiporskip.log.LogHead;
import io.shiporskip.log.StoredEvent;
import java.time.Instant;
import java.util.List;

/**
 * The commits that one appender wrote together: one document, whole in the log or not at all.
 *
 * @param position of its first event
 * @param id names its writer; the rest is random, so that an appender knows its own block when it finds one in a slot
 * @param at the latest of the previous block's and its own events' times
 * @param previous hash of the block before it
 * @param hash over {@code previous} and its canonical bytes, see {@link BlockHash}
 * @param events at least one, in position order
 */
public record Block(long position, String id, Instant at, String previous, String hash, List<StoredEvent> events) {

    public Block {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a block holds at least one event");
        }
        events = List.copyOf(events);
    }

    /** The position of its last event. */
    public long lastPosition() {
        return position + events.size() - 1;
    }

    /** Where the log ends when this block is its last. */
    public LogHead asHead() {
        return new LogHead(lastPosition(), hash, at);
    }
}
