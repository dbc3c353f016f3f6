package io.shiporskip.query.operating;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shiporskip.query.projecting.rebuild.Comparison;
import io.shiporskip.query.projecting.rebuild.Rebuild;
import io.shiporskip.query.projecting.rebuild.RebuildPart;
import io.shiporskip.query.projecting.rebuild.RebuildPhase;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rebuild does to one projection.
 *
 * @param id of the rebuild
 * @param generation number of the one it fills; absent before it has one
 * @param state {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param phase what it is at in more detail; a paused one is still {@code running}
 * @param position how far the rebuild is; head is the log's end when it last looked
 * @param eventsPerSecond and secondsLeft: absent until there is a figure
 * @param limit events a second at most; absent without a limit
 * @param equal whether the rebuilt model is the same as the live one was at the same position; absent until both were
 *     compared, and where they could not be
 * @param comparison counts, hashes and the first documents that differ
 * @param reason why it failed, or why nothing was compared
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RebuildView(
        int id,
        String projection,
        @Nullable Integer generation,
        int revision,
        String state,
        RebuildPhase phase,
        Instant startedAt,
        long position,
        long head,
        long eventsRead,
        @Nullable Long eventsPerSecond,
        @Nullable Integer limit,
        @Nullable Long secondsLeft,
        @Nullable Boolean equal,
        @Nullable Comparison comparison,
        @Nullable String reason) {

    /** Empty when it does nothing to that projection. */
    static Optional<RebuildView> of(Rebuild rebuild, String projection) {
        return rebuild.part(projection).map(part -> of(rebuild, part));
    }

    static RebuildView of(Rebuild rebuild, RebuildPart part) {
        Comparison comparison = part.comparison();
        return new RebuildView(
                rebuild.id(),
                part.projection(),
                part.generation(),
                part.revision(),
                outcome(part.phase()),
                rebuild.phase() == RebuildPhase.PAUSED && part.phase().isOpen() ? RebuildPhase.PAUSED : part.phase(),
                rebuild.startedAt(),
                rebuild.progress().position(),
                rebuild.progress().head(),
                rebuild.progress().eventsRead(),
                rebuild.progress().eventsPerSecond(),
                rebuild.plan().limit(),
                rebuild.progress().secondsLeft(),
                comparison == null ? null : comparison.isEqual(),
                comparison,
                part.reason());
    }

    static String outcome(RebuildPhase phase) {
        return switch (phase) {
            case REQUESTED, FILLING, PAUSED, COMPARING, SWAPPING -> "running";
            case SWAPPED -> "done";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }
}
