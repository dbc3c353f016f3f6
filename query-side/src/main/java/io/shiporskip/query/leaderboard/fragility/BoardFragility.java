package io.shiporskip.query.leaderboard.fragility;

import io.shiporskip.query.leaderboard.ranking.Board;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.ranking.RankingFormula;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How fragile each rank and each verdict on a board is. */
public final class BoardFragility {

    /** More new ballots than this are not looked for. */
    public static final int MOST_BALLOTS = 1_000;

    private final Map<String, Fragility> tools;

    private BoardFragility(Map<String, Fragility> tools) {
        this.tools = Map.copyOf(tools);
    }

    /** @param formula the one the board was ranked by */
    public static BoardFragility of(Board board, RankedBy by, RankingFormula formula) {
        return of(board, by, formula, MOST_BALLOTS);
    }

    static BoardFragility of(Board board, RankedBy by, RankingFormula formula, int most) {
        var ladder = new Ladder(board, by, formula);
        List<Tipping> ballots = BallotSearch.of(ladder, most);
        @Nullable Tipping[] scores = ScoreSearch.of(ladder);
        var tools = new HashMap<String, Fragility>();
        for (int place = 0; place < ladder.size(); place++) {
            var rank = new ArrayList<Tipping>(List.of(ballots.get(place)));
            if (scores[place] != null) {
                rank.add(scores[place]);
            }
            var standing = ladder.standing(place);
            tools.put(
                    standing.slug(),
                    new Fragility(
                            List.copyOf(rank), VerdictFragility.community(standing), VerdictFragility.panel(standing)));
        }
        return new BoardFragility(tools);
    }

    /** @return null when the tool does not stand on the board */
    public @Nullable Fragility of(String slug) {
        return tools.get(slug);
    }
}
