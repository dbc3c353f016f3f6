package io.shiporskip.query.leaderboard.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.query.leaderboard.ranking.Ranked;
import org.jspecify.annotations.Nullable;

/**
 * One tool's line on the board that would be. Numbers are unrounded; one that does not exist is absent.
 *
 * @param rank from 1; absent where the tool would be unranked
 * @param was its rank on the board as it is; absent where it is unranked
 * @param movement how many places up, below 0 for down; absent without both ranks
 * @param value the number it would be ranked by
 * @param valueWas the number it is ranked by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WhatIfEntry(
        @Nullable Integer rank,
        @Nullable Integer was,
        @Nullable Integer movement,
        ToolId slug,
        String name,
        @Nullable Double value,
        @Nullable Double valueWas,
        long ships,
        long skips,
        int takes) {

    public static WhatIfEntry of(Ranked now, Ranked before) {
        var tool = now.standing();
        Integer rank = now.rank();
        Integer was = before.rank();
        return new WhatIfEntry(
                rank,
                was,
                rank == null || was == null ? null : was - rank,
                new ToolId(tool.slug()),
                tool.name(),
                now.key().value(),
                before.key().value(),
                tool.tally().ships(),
                tool.tally().skips(),
                tool.takes().size());
    }
}
