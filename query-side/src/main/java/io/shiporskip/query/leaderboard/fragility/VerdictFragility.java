package io.shiporskip.query.leaderboard.fragility;

import io.shiporskip.events.verdict.Choice;
import io.shiporskip.query.leaderboard.ranking.Standing;

/** How few would change a verdict: ship, skip, split or none, by which of two counts leads. */
final class VerdictFragility {

    private VerdictFragility() {}

    /** A lead of n is a split after n ballots of the other choice; a split, or no vote at all, falls to the next ballot. */
    static Tipping community(Standing tool) {
        long lead = tool.tally().ships() - tool.tally().skips();
        return Tipping.ballots(tool.slug(), other(lead), Math.max(1, Math.abs(lead)));
    }

    /**
     * Each seat that changes over takes from one side and gives to the other, so a lead of n is gone after n / 2 of them,
     * rounded up. Without takes the first one gives a verdict.
     */
    static Tipping panel(Standing tool) {
        int lead = tool.panelShips() - tool.panelSkips();
        return Tipping.seats(tool.slug(), other(lead), Math.max(1, (Math.abs(lead) + 1) / 2));
    }

    private static Choice other(long lead) {
        return lead > 0 ? Choice.SKIP : Choice.SHIP;
    }
}
