package io.shiporskip.query.leaderboard.ranking;

import org.jspecify.annotations.Nullable;

/**
 * A tool's numbers on a board, 0..100 and unrounded; a number that does not exist is null.
 *
 * @param trending fresh ships less fresh skips, which may be below 0; null on boards that are not about it
 */
public record Scores(
        @Nullable Double overall,
        @Nullable Double panel,
        @Nullable Double community,
        @Nullable Double trending) {

    public Scores withTrending(@Nullable Double fresh) {
        return new Scores(overall, panel, community, fresh);
    }

    public @Nullable Double by(RankedBy by) {
        return switch (by) {
            case OVERALL -> overall;
            case PANEL -> panel;
            case COMMUNITY -> community;
            case TRENDING -> trending;
        };
    }
}
