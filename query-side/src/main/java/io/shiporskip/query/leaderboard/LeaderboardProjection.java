package io.shiporskip.query.leaderboard;

import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.panel.PanelEvent;
import io.shiporskip.events.panel.PanelTakeRetracted;
import io.shiporskip.events.panel.PanelTakeRevised;
import io.shiporskip.events.panel.PanelTakeSubmitted;
import io.shiporskip.events.panel.PanelVerdictChanged;
import io.shiporskip.events.tool.ToolDetailsRevised;
import io.shiporskip.events.tool.ToolEvent;
import io.shiporskip.events.tool.ToolListed;
import io.shiporskip.events.tool.ToolRelisted;
import io.shiporskip.events.tool.ToolWithdrawn;
import io.shiporskip.query.leaderboard.ranking.Standing;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One standing a tool, by slug. Ranks are not stored: they follow from all standings at one position. */
@Component
public final class LeaderboardProjection implements Projection<Standing> {

    @Override
    public String name() {
        return "leaderboard";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public boolean checkpointed() {
        return true;
    }

    @Override
    public Class<Standing> form() {
        return Standing.class;
    }

    @Override
    public Set<String> touches(RecordedEvent event) {
        return switch (event.payload()) {
            case ToolEvent tool -> Set.of(tool.tool().slug());
            case PanelVerdictChanged _ -> Set.of();
            case PanelEvent panel -> Set.of(panel.tool().slug());
            case BallotEvent ballot -> Set.of(ballot.tool().slug());
            default -> Set.of();
        };
    }

    @Override
    public Standing fold(@Nullable Standing before, RecordedEvent event) {
        if (event.payload() instanceof ToolListed listed) {
            return Standing.listed(listed.tool().slug(), listed.details(), event.position());
        }
        Standing standing = Objects.requireNonNull(before, "the tool was never listed");
        return switch (event.payload()) {
            case ToolEvent tool -> catalogue(standing, tool);
            case PanelEvent panel -> panel(standing, panel);
            case BallotEvent ballot -> standing.with(standing.tally().after(ballot));
            default -> standing;
        };
    }

    private static Standing catalogue(Standing standing, ToolEvent event) {
        return switch (event) {
            case ToolListed _ -> standing;
            case ToolDetailsRevised revised -> standing.with(revised.details());
            case ToolWithdrawn _ -> standing.with(true);
            case ToolRelisted _ -> standing.with(false);
        };
    }

    private static Standing panel(Standing standing, PanelEvent event) {
        return switch (event) {
            case PanelTakeSubmitted submitted -> standing.with(submitted.seat(), submitted.take());
            case PanelTakeRevised revised -> standing.with(revised.seat(), revised.take());
            case PanelTakeRetracted retracted -> standing.without(retracted.seat());
            case PanelVerdictChanged _ -> standing;
        };
    }
}
