package io.shiporskip.query.projecting;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One event of the log as projections fold it. Decoded once, and only when somebody looks at what it says. For one thread,
 * or for several once it is decoded.
 */
public final class RecordedEvent {

    private final long position;
    private final Instant time;
    private final Instant at;
    private @Nullable Supplier<?> decoding;
    private @Nullable Object payload;

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
        this.decoding = decoding;
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
        Object decoded = payload;
        if (decoded == null) {
            decoded = Objects.requireNonNull(decoding).get();
            payload = decoded;
            decoding = null; // with it goes the event as it was stored, which takes more room
        }
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
