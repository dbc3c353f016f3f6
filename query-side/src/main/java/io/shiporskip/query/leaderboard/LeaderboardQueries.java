package io.shiporskip.query.leaderboard;

import io.shiporskip.query.Answer;
import io.shiporskip.query.leaderboard.BoardQuestion.FragilityWanted;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.window.Window;
import io.shiporskip.query.projecting.asof.AsOf;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What pages and the JSON API ask of the rankings. */
public interface LeaderboardQueries {

    /** @return a page of a board; empty when no tool is listed in the category */
    Optional<Answer<LeaderboardView>> board(BoardQuestion question);

    /** The same of all time, and without a word on how fragile it is. */
    default Optional<Answer<LeaderboardView>> board(
            String category, RankedBy by, @Nullable String cursor, int limit, AsOf asOf) {
        return board(new BoardQuestion(category, by, Window.ALL, FragilityWanted.NO, cursor, limit, asOf));
    }
}
