package io.shiporskip.query.leaderboard;

import io.shiporskip.query.leaderboard.ranking.RankedBy;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a leaderboard.
 *
 * @param category a category's slug, or {@code all}
 * @param formula number of the ranking formula
 * @param position the one position all of it is true at
 * @param next cursor of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeaderboardView(
        String category,
        RankedBy by,
        int formula,
        List<LeaderboardEntry> entries,
        long position,
        @Nullable String next) {}
