package io.shiporskip.query.leaderboard;

import io.shiporskip.query.community.WilsonBound;
import org.jspecify.annotations.Nullable;

/**
 * Formula 1: how takes and votes become numbers. Pure; the same standings give the same numbers on every machine. A change
 * to any of it is a new number.
 *
 * <ul>
 *   <li>panel: the mean of the tool's scores, drawn towards the board's mean as if two more seats had given just that
 *   <li>community: {@link WilsonBound} of the votes
 *   <li>overall: both, the community weighing {@code v / (v + 25)} with v votes; one alone where only one exists
 * </ul>
 */
final class RankingFormula {

    static final int VERSION = 1;

    /** How many takes at the board's mean each tool is given beside its own. */
    private static final int PRIOR_TAKES = 2;

    /** How many votes make the community weigh as much as the panel. */
    private static final int EVEN_VOTES = 25;

    private RankingFormula() {}

    /** @param board of all the tools that are ranked together, this one among them */
    static Scores scores(Standing tool, BoardMean board) {
        Double panel = panel(tool, board);
        Double community = community(tool);
        return new Scores(overall(panel, community, votes(tool)), panel, community);
    }

    static long votes(Standing tool) {
        return tool.tally().ships() + tool.tally().skips();
    }

    /** (Σ score + 2 · S/N) / (n + 2) brought over one denominator, so that it is divided once. */
    private static @Nullable Double panel(Standing tool, BoardMean board) {
        int takes = tool.takes().size();
        if (takes == 0) {
            return null;
        }
        long above = tool.scoreSum() * board.takes() + PRIOR_TAKES * board.scoreSum();
        return (double) above / (double) (board.takes() * (takes + PRIOR_TAKES));
    }

    private static @Nullable Double community(Standing tool) {
        return votes(tool) == 0
                ? null
                : WilsonBound.of(tool.tally().ships(), tool.tally().skips());
    }

    private static @Nullable Double overall(@Nullable Double panel, @Nullable Double community, long votes) {
        if (panel == null || community == null) {
            return panel == null ? community : panel;
        }
        double weight = (double) votes / (double) (votes + EVEN_VOTES);
        return (1 - weight) * panel + weight * community;
    }
}
