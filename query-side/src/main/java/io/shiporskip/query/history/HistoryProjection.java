package io.shiporskip.query.history;

import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.comparison.ComparisonEvent;
import io.shiporskip.events.panel.PanelEvent;
import io.shiporskip.events.tool.ToolEvent;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where in the log each tool's events stand. A comparison is part of both tools' histories. */
@Component
public final class HistoryProjection implements Projection<HistoryBucket> {

    @Override
    public String name() {
        return "history";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Class<HistoryBucket> form() {
        return HistoryBucket.class;
    }

    @Override
    public Set<String> touches(RecordedEvent event) {
        return concerned(event.payload()).stream()
                .map(tool -> HistoryBucket.id(tool, event.position()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public HistoryBucket fold(@Nullable HistoryBucket before, RecordedEvent event) {
        return (before == null ? HistoryBucket.EMPTY : before).with(event.position());
    }

    private static Set<ToolId> concerned(Object event) {
        return switch (event) {
            case ToolEvent tool -> Set.of(tool.tool());
            case PanelEvent panel -> Set.of(panel.tool());
            case BallotEvent ballot -> Set.of(ballot.tool());
            case ComparisonEvent pair ->
                Set.of(pair.comparison().left(), pair.comparison().right());
            default -> Set.of();
        };
    }
}
