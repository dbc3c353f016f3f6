package io.shiporskip.log.axon;

import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.read.LogReader;
import java.time.Instant;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Positions as Axon's tracking tokens: the last event that was seen, so reading goes on after it. */
final class EventTokens {

    static final TrackingToken TAIL = new GlobalSequenceTrackingToken(0);

    private EventTokens() {}

    /** @throws IllegalArgumentException when it is a token of something other than this log */
    static long position(@Nullable TrackingToken token) {
        if (token == null) {
            return 0;
        }
        if (token instanceof GlobalSequenceTrackingToken global) {
            return global.getGlobalIndex();
        }
        throw new IllegalArgumentException("not a position of the log: " + token);
    }

    static TrackingToken head(LogReader reader) {
        return new GlobalSequenceTrackingToken(reader.head().position());
    }

    /**
     * Before the first event whose own time is {@code instant} or later; the head when there is none. Blocks whose time
     * is earlier hold earlier events alone, and the next block holds the one that made its time.
     */
    static TrackingToken at(Instant instant, LogReader reader) {
        long earlier = reader.positionAt(instant.minusNanos(1));
        for (StoredEvent event : reader.after(earlier, 1)) {
            if (!event.time().isBefore(instant)) {
                return new GlobalSequenceTrackingToken(event.position() - 1);
            }
        }
        return head(reader);
    }
}
