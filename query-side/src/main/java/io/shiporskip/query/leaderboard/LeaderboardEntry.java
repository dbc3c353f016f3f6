package io.shiporskip.query.leaderboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shiporskip.events.tool.Category;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Verdict;
import io.shiporskip.query.leaderboard.fragility.Fragility;
import org.jspecify.annotations.Nullable;

/**
 * One tool's line on a board. Numbers are 0..100 and unrounded; a number that does not exist is absent.
 *
 * @param rank from 1; absent for a tool that has neither takes nor votes (it is listed last)
 * @param panel the panel's mean, shrunk towards the board's
 * @param community lower end of the 95% Wilson interval of the ship share
 * @param trending fresh ships less fresh skips, which may be below 0; only on a board ranked by it
 * @param panelShips takes that say ship
 * @param ships community votes that count for ship, in the window where there is one
 * @param fragility how little would change the rank and the verdicts; absent unless it was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeaderboardEntry(
        @Nullable Integer rank,
        ToolId slug,
        String name,
        String tagline,
        Category category,
        String entryPrice,
        boolean sample,
        @Nullable Double overall,
        @Nullable Double panel,
        @Nullable Double community,
        @Nullable Double trending,
        Verdict panelVerdict,
        int panelShips,
        int panelSkips,
        long ships,
        long skips,
        @Nullable Fragility fragility) {}
