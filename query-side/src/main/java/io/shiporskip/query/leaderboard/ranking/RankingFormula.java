package io.shiporskip.query.leaderboard.ranking;

import io.shiporskip.query.community.Tally;
import io.shiporskip.query.community.WilsonBound;
import org.jspecify.annotations.Nullable;

/**
 * Formula 1: how takes and votes become numbers. Pure; the same standings give the same numbers on every machine. A change
 * to any of it, or to the parameters that boards are made with, is a new number.
 *
 * <ul>
 *   <li>panel: the mean of the tool's scores, drawn towards the board's mean as if two more seats had given just that
 *   <li>community: {@link WilsonBound} of the votes
 *   <li>overall: both, the community weighing {@code v / (v + 25)} with v votes; one alone where only one exists
 * </ul>
 */
public record RankingFormula(FormulaParameters parameters) {

    public static final int VERSION = 1;

    /** The one that boards are made with. */
    public static final RankingFormula ONE = new RankingFormula(FormulaParameters.ONE);

    /** @param board of all the tools that are ranked together, this one among them */
    public Scores scores(Standing tool, BoardMean board) {
        return scores(tool.scoreSum(), tool.takes().size(), tool.tally(), board);
    }

    /**
     * @param scoreSum of the tool's takes
     * @param takes how many they are
     */
    public Scores scores(long scoreSum, int takes, Tally tally, BoardMean board) {
        Double panel = panel(scoreSum, takes, board);
        Double community = community(tally);
        return new Scores(overall(panel, community, tally.votes()), panel, community, null);
    }

    /** (Σ score + 2 · S/N) / (n + 2) brought over one denominator, so that it is divided once. */
    public @Nullable Double panel(long scoreSum, int takes, BoardMean board) {
        if (takes == 0) {
            return null;
        }
        int prior = parameters.priorTakes();
        long above = scoreSum * board.takes() + prior * board.scoreSum();
        return (double) above / (double) (board.takes() * (takes + prior));
    }

    public @Nullable Double community(Tally tally) {
        return tally.votes() == 0 || tally.votes() < parameters.minimumVotes()
                ? null
                : WilsonBound.of(tally.ships(), tally.skips(), parameters.z());
    }

    /** @param votes those that the community's number is made of */
    public @Nullable Double overall(@Nullable Double panel, @Nullable Double community, long votes) {
        if (votes < parameters.minimumVotes()) {
            return null;
        }
        if (panel == null || community == null) {
            return panel == null ? community : panel;
        }
        double weight = (double) votes / (double) (votes + parameters.evenVotes());
        return (1 - weight) * panel + weight * community;
    }
}
