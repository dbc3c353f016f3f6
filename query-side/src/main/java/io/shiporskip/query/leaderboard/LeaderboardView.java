package io.shiporskip.query.leaderboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.window.Window;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a leaderboard.
 *
 * @param category a category's slug, or {@code all}
 * @param window whose votes count
 * @param from the first instant of that window; absent for all time
 * @param at the position's time, where the window ends, or what ages are counted back from; absent for all time
 * @param formula number of the ranking formula
 * @param tools how many tools the whole board holds
 * @param position the one position all of it is true at
 * @param next cursor of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeaderboardView(
        String category,
        RankedBy by,
        Window window,
        @Nullable Instant from,
        @Nullable Instant at,
        int formula,
        List<LeaderboardEntry> entries,
        int tools,
        long position,
        @Nullable String next) {

    /** A whole board, for all time. */
    public LeaderboardView(
            String category,
            RankedBy by,
            int formula,
            List<LeaderboardEntry> entries,
            long position,
            @Nullable String next) {
        this(category, by, Window.ALL, null, null, formula, entries, entries.size(), position, next);
    }
}
