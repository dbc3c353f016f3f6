package io.shiporskip.log.append;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An event that was decided and is not in the log yet; the fields are those of {@link io.shiporskip.log.StoredEvent}.
 * Its time is cut to the millisecond.
 *
 * @param type absent for an event of no aggregate, whose {@code aggregate} is then its own id and its sequence 0
 */
public record NewEvent(
        String id,
        String aggregate,
        @Nullable String type,
        long sequence,
        String name,
        String revision,
        Instant time,
        String payload,
        String meta) {

    public NewEvent {
        if (sequence < 0) {
            throw new IllegalArgumentException("the sequence of event " + id + " is " + sequence + ", below 0");
        }
        if (type == null && (sequence != 0 || !aggregate.equals(id))) {
            throw new IllegalArgumentException("event " + id + " has a place in stream " + aggregate + " but no type");
        }
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** An event of no aggregate. */
    public static NewEvent ofNoAggregate(
            String id, String name, String revision, Instant time, String payload, String meta) {
        return new NewEvent(id, id, null, 0, name, revision, time, payload, meta);
    }
}
