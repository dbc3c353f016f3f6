package io.shiporskip.query.projecting;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * One event of the log as projections fold it. Decoded when somebody looks at what it says; several who look at the same
 * time may each decode it, and find the same.
 */
public final class RecordedEvent {

    private final long position;
    private final Instant time;
    private final Instant at;

    /** How it is read, until somebody has: with that goes the event as it was stored, which takes more room. */
    private Object content;

    private record Unread(Supplier<?> decoding) {}

    /**
     * @param position place in the log, from 1
     * @param time when it happened, by the event's own account
     * @param at its block's time, which never goes back along the log and is never before {@code time}
     * @param decoding reads what the event says; may throw when it cannot be read
     */
    public RecordedEvent(long position, Instant time, Instant at, Supplier<?> decoding) {
        this.position = position;
        this.time = time;
        this.at = at;
        this.content = new Unread(decoding);
    }

    public long position() {
        return position;
    }

    public Instant time() {
        return time;
    }

    public Instant at() {
        return at;
    }

    /** What happened, as a record of the event catalogue. */
    public Object payload() {
        Object now = content;
        if (!(now instanceof Unread unread)) {
            return now;
        }
        Object decoded = unread.decoding().get();
        content = decoded;
        return decoded;
    }

    /** Decodes it ahead of its use; one that cannot be read says so only to those who look at what it says. */
    public void decodeAhead() {
        try {
            payload();
        } catch (RuntimeException unreadable) {
            // each projection that looks at it meets this again
        }
    }

    @Override
    public String toString() {
        return "event " + position;
    }
}
