package io.shiporskip.query.history;

import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.comparison.ComparisonEvent;
import io.shiporskip.events.panel.PanelEvent;
import io.shiporskip.events.tool.ToolEvent;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import java.util.Set;
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
        return 2;
    }

    @Override
    public Class<HistoryBucket> form() {
        return HistoryBucket.class;
    }

    @Override
    public Set<String> touches(RecordedEvent event) {
        return switch (event.payload()) {
            case ToolEvent tool -> Set.of(HistoryBucket.id(tool.tool(), event.position()));
            case PanelEvent panel -> Set.of(HistoryBucket.id(panel.tool(), event.position()));
            case BallotEvent ballot -> Set.of(HistoryBucket.id(ballot.tool(), event.position()));
            case ComparisonEvent pair ->
                Set.of(
                        HistoryBucket.id(pair.comparison().left(), event.position()),
                        HistoryBucket.id(pair.comparison().right(), event.position()));
            default -> Set.of();
        };
    }

    @Override
    public HistoryBucket fold(@Nullable HistoryBucket before, RecordedEvent event) {
        return (before == null ? HistoryBucket.empty(event.position()) : before).with(event.position());
    }
}
