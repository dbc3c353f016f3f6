package io.shiporskip.query.operating;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shiporskip.query.projecting.rebuild.Comparison;
import io.shiporskip.query.projecting.rebuild.Rebuild;
import io.shiporskip.query.projecting.rebuild.RebuildState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild.
 *
 * @param id also the number of the generation it fills
 * @param state {@code running}, {@code done} or {@code failed}
 * @param phase what it is at in more detail
 * @param position how far it is; head is the log's end when it last looked
 * @param eventsPerSecond and secondsLeft: absent until there is a figure
 * @param equal whether the rebuilt model is the same as the live one was at the same position; absent until both were
 *     compared, and where they could not be
 * @param comparison counts, hashes and the first ids that differ
 * @param reason why it failed, or why nothing was compared
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RebuildView(
        int id,
        String projection,
        int revision,
        String state,
        RebuildState phase,
        Instant startedAt,
        long position,
        long head,
        @Nullable Long eventsPerSecond,
        @Nullable Long secondsLeft,
        @Nullable Boolean equal,
        @Nullable Comparison comparison,
        @Nullable String reason) {

    static RebuildView of(Rebuild rebuild) {
        Comparison comparison = rebuild.comparison();
        return new RebuildView(
                rebuild.id(),
                rebuild.projection(),
                rebuild.revision(),
                outcome(rebuild.state()),
                rebuild.state(),
                rebuild.startedAt(),
                rebuild.position(),
                rebuild.head(),
                rebuild.eventsPerSecond(),
                rebuild.secondsLeft(),
                comparison == null ? null : comparison.isEqual(),
                comparison,
                rebuild.reason());
    }

    private static String outcome(RebuildState phase) {
        return switch (phase) {
            case REQUESTED, FILLING, COMPARING -> "running";
            case SWAPPED -> "done";
            case FAILED -> "failed";
        };
    }
}
