package io.shiporskip.query.leaderboard;

import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.window.Window;
import io.shiporskip.query.projecting.asof.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which board is asked for.
 *
 * @param category a category's slug, or {@code all}
 * @param window whose votes count; all time where a board is ranked by what is trending, which weighs votes by their age
 * @param cursor where the page starts, as an earlier page's {@code next}; null for the first page
 * @param limit entries on the page, 1..200
 * @param asOf the moment it is to be true at
 */
public record BoardQuestion(
        String category,
        RankedBy by,
        Window window,
        FragilityWanted fragility,
        @Nullable String cursor,
        int limit,
        AsOf asOf) {

    /** Whether to say how fragile each rank and verdict is, which takes a while on a large board. */
    public enum FragilityWanted {
        NO,
        /** Where the board is small and nobody else is being worked for; else it is left out. */
        IF_CHEAP,
        /** On boards of up to 1,000 tools; refused while somebody else is being worked for. */
        YES
    }
}
