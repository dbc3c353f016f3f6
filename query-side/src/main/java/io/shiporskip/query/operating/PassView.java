package io.shiporskip.query.operating;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shiporskip.query.projecting.rebuild.Rebuild;
import io.shiporskip.query.projecting.rebuild.RebuildOrder;
import io.shiporskip.query.projecting.rebuild.RebuildPhase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild: one pass over the log for one projection or several.
 *
 * @param kind {@code rebuild}, or {@code swap-back} when the generations before come back
 * @param state {@code running}, {@code done}, {@code failed} when one of its projections did, or {@code cancelled}
 * @param phase what it is at in more detail; a paused one is still {@code running}
 * @param ordered {@code run}, {@code pause} or {@code cancel}: what was last asked of it
 * @param position up to which all its projections are filled; head is the log's end when it last looked
 * @param eventsRead each once for all of its projections
 * @param eventsPerSecond and secondsLeft: absent until there is a figure
 * @param limit events a second at most; absent without a limit
 * @param equal whether every projection that was compared came out the same; absent until one was
 * @param projections what it does to each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PassView(
        int id,
        String kind,
        String state,
        RebuildPhase phase,
        RebuildOrder ordered,
        Instant startedAt,
        @Nullable Instant endedAt,
        long position,
        long head,
        long eventsRead,
        @Nullable Long eventsPerSecond,
        @Nullable Integer limit,
        @Nullable Long secondsLeft,
        @Nullable Boolean equal,
        List<RebuildView> projections) {

    static PassView of(Rebuild rebuild) {
        return new PassView(
                rebuild.id(),
                rebuild.plan().back() ? "swap-back" : "rebuild",
                RebuildView.outcome(rebuild.phase()),
                rebuild.phase(),
                rebuild.order(),
                rebuild.startedAt(),
                rebuild.endedAt(),
                rebuild.progress().position(),
                rebuild.progress().head(),
                rebuild.progress().eventsRead(),
                rebuild.progress().eventsPerSecond(),
                rebuild.plan().limit(),
                rebuild.progress().secondsLeft(),
                rebuild.equal().orElse(null),
                rebuild.parts().stream()
                        .map(part -> RebuildView.of(rebuild, part))
                        .toList());
    }
}
