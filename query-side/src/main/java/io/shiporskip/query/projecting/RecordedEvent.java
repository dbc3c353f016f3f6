package io.shiporskip.query.projecting;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One event of the log as projections fold it. Decoded once, and only when a projection looks at what it says. */
public final class RecordedEvent {

    private final long position;
    private final Instant time;
    private final Instant at;
    private final Supplier<?> decoding;
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
            decoded = decoding.get();
            payload = decoded;
        }
        return decoded;
    }

    @Override
    public String toString() {
        return "event " + position;
    }
}
