package io.shiporskip.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.shiporskip.log.StoredEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as it stands in the log.
 *
 * @param commit the unit of work it was decided in
 * @param type kind of the aggregate; absent when it belongs to none
 * @param time when it happened, by its own account
 * @param at when its block was written, which never goes back along the log
 * @param payload what happened, JSON as it was written
 * @param meta who caused it, JSON as it was written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventView(
        long position,
        String id,
        String commit,
        String aggregate,
        @Nullable String type,
        long sequence,
        String name,
        String revision,
        Instant time,
        Instant at,
        @JsonRawValue String payload,
        @JsonRawValue String meta) {

    public static EventView of(StoredEvent event) {
        return new EventView(
                event.position(),
                event.id(),
                event.commit(),
                event.aggregate(),
                event.type(),
                event.sequence(),
                event.name(),
                event.revision(),
                event.time(),
                event.at(),
                onOneLine(event.payload()),
                onOneLine(event.meta()));
    }

    /** In JSON a line break can only stand between tokens, where a space does as well. */
    private static String onOneLine(String json) {
        return json.replace('\n', ' ').replace('\r', ' ');
    }
}
