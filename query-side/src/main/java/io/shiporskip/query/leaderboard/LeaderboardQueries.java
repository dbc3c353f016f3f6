package io.shiporskip.query.leaderboard;

import io.shiporskip.query.Answer;
import io.shiporskip.query.projecting.asof.AsOf;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What pages and the JSON API ask of the rankings. */
public interface LeaderboardQueries {

    /**
     * A page of a board.
     *
     * @param category a category's slug, or {@code all}
     * @param cursor where the page starts, as an earlier page's {@code next}; null for the first page
     * @param limit entries on the page, 1..200
     * @return empty when no tool is listed in the category
     */
    Optional<Answer<LeaderboardView>> board(
            String category, RankedBy by, @Nullable String cursor, int limit, AsOf asOf);
}
