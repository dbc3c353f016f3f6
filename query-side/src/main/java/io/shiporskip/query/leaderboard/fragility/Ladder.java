package io.shiporskip.query.leaderboard.fragility;

import io.shiporskip.events.verdict.Choice;
import io.shiporskip.query.community.Tally;
import io.shiporskip.query.leaderboard.ranking.Board;
import io.shiporskip.query.leaderboard.ranking.BoardKey;
import io.shiporskip.query.leaderboard.ranking.BoardMean;
import io.shiporskip.query.leaderboard.ranking.Ranked;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.ranking.RankingFormula;
import io.shiporskip.query.leaderboard.ranking.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A board's tools in their order, and the key that each would have after a change. Keys are worked out by the formula
 * itself, so that a tie is a tie here as well.
 */
final class Ladder {

    private final List<Ranked> tools;
    private final RankedBy by;
    private final RankingFormula formula;
    private final BoardMean mean;

    Ladder(Board board, RankedBy by, RankingFormula formula) {
        this.tools = board.tools();
        this.by = by;
        this.formula = formula;
        this.mean = BoardMean.of(tools.stream().map(Ranked::standing).toList());
    }

    int size() {
        return tools.size();
    }

    RankedBy by() {
        return by;
    }

    Standing standing(int place) {
        return tools.get(place).standing();
    }

    BoardKey key(int place) {
        return tools.get(place).key();
    }

    boolean isRanked(int place) {
        return key(place).value() != null;
    }

    /** After new ballots of one choice on this tool. Nobody else's key changes: a board's mean knows no votes. */
    BoardKey afterBallots(int place, Choice choice, int ballots) {
        Ranked tool = tools.get(place);
        Tally before = tool.standing().tally();
        Tally tally = choice == Choice.SHIP
                ? new Tally(before.ships() + ballots, before.skips())
                : new Tally(before.ships(), before.skips() + ballots);
        Double value = switch (by) {
            case PANEL -> tool.scores().panel();
            case COMMUNITY -> formula.community(tally);
            case OVERALL -> formula.overall(tool.scores().panel(), formula.community(tally), tally.votes());
            case TRENDING -> fresh(tool.scores().trending(), choice, ballots);
        };
        return new BoardKey(
                value, tally.votes(), tool.key().listedAt(), tool.key().slug());
    }

    /** After some score on the board has changed by so much, and {@code own} when it was this tool's. */
    BoardKey afterScore(int place, int change, boolean own) {
        Ranked tool = tools.get(place);
        Standing standing = tool.standing();
        var changed = new BoardMean(mean.scoreSum() + change, mean.takes());
        int scores = standing.scoreSum() + (own ? change : 0);
        Double panel = formula.panel(scores, standing.takes().size(), changed);
        Double value = by == RankedBy.PANEL
                ? panel
                : formula.overall(
                        panel, tool.scores().community(), standing.tally().votes());
        return new BoardKey(
                value, tool.key().votes(), tool.key().listedAt(), tool.key().slug());
    }

    /** A ballot of the present hour weighs one; sums stay far below what a double holds exactly. */
    private static Double fresh(@Nullable Double before, Choice choice, int ballots) {
        return (before == null ? 0 : before) + (choice == Choice.SHIP ? ballots : -ballots);
    }
}
