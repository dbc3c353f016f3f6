package io.shiporskip.query.leaderboard;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.window.Window;

/** Which board an address names. */
public final class BoardParameters {

    private BoardParameters() {}

    /** @throws io.shiporskip.edge.problem.ProblemException invalid (422) when it is no ranking */
    public static RankedBy by(String by) {
        return switch (by) {
            case "overall" -> RankedBy.OVERALL;
            case "panel" -> RankedBy.PANEL;
            case "community" -> RankedBy.COMMUNITY;
            case "trending" -> RankedBy.TRENDING;
            default -> throw Problems.invalid("by", "must be overall, panel, community or trending");
        };
    }

    /** @throws io.shiporskip.edge.problem.ProblemException invalid (422) when it is no window, or none for this ranking */
    public static Window window(String window, RankedBy by) {
        Window named = switch (window) {
            case "all" -> Window.ALL;
            case "week" -> Window.WEEK;
            case "month" -> Window.MONTH;
            case "year" -> Window.YEAR;
            default -> throw Problems.invalid("window", "must be all, week, month or year");
        };
        if (by == RankedBy.TRENDING && named != Window.ALL) {
            throw Problems.invalid("window", "must be all where by is trending, which weighs votes by their age");
        }
        return named;
    }
}
