package io.shiporskip.query.leaderboard;

import io.shiporskip.query.leaderboard.ranking.Board;
import io.shiporskip.query.leaderboard.ranking.BoardMean;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.ranking.RankingFormula;
import io.shiporskip.query.leaderboard.ranking.Standing;
import io.shiporskip.query.leaderboard.window.Decay;
import io.shiporskip.query.leaderboard.window.RecentVotesAt;
import io.shiporskip.query.leaderboard.window.Window;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Standings and recent votes at the same position, and the boards ranked from both so far. The panel's takes count as they
 * stand in every window: they are few and seldom revised, and a window of its own would leave most boards of a week
 * without a panel.
 */
final class WindowedAt {

    private final StandingsAt standings;
    private final RecentVotesAt votes;
    private final Map<BoardName, Board> boards = new ConcurrentHashMap<>();

    private record BoardName(String category, RankedBy by, Window window) {}

    /** @param votes at the position of the standings */
    WindowedAt(StandingsAt standings, RecentVotesAt votes) {
        this.standings = standings;
        this.votes = votes;
    }

    StandingsAt standings() {
        return standings;
    }

    RecentVotesAt votes() {
        return votes;
    }

    /** Only boards that hold a tool are kept, so there are as many as categories, times windows and numbers. */
    Board board(String category, RankedBy by, Window window) {
        var name = new BoardName(category, by, window);
        Board ranked = boards.get(name);
        if (ranked == null) {
            ranked = rank(standings.on(category), by, window, RankingFormula.ONE, Decay.STANDARD);
            if (!ranked.tools().isEmpty()) {
                boards.put(name, ranked);
            }
        }
        return ranked;
    }

    /** A board as another formula would have it; nothing of it is kept. */
    Board rank(List<Standing> tools, RankedBy by, Window window, RankingFormula formula, Decay decay) {
        List<Standing> counted = window == Window.ALL
                ? tools
                : tools.stream()
                        .map(tool -> tool.with(votes.in(window, tool.slug())))
                        .toList();
        if (by != RankedBy.TRENDING) {
            return Board.of(counted, by, formula);
        }
        BoardMean mean =
                BoardMean.of(tools.stream().filter(tool -> !tool.withdrawn()).toList());
        return Board.of(
                counted, by, tool -> formula.scores(tool, mean).withTrending(votes.trending(tool.slug(), decay)));
    }
}
