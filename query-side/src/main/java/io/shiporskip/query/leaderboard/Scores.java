package io.shiporskip.query.leaderboard;

import org.jspecify.annotations.Nullable;

/** A tool's numbers on a board, 0..100 and unrounded; a number that does not exist is null. */
public record Scores(@Nullable Double overall, @Nullable Double panel, @Nullable Double community) {

    @Nullable Double by(RankedBy by) {
        return switch (by) {
            case OVERALL -> overall;
            case PANEL -> panel;
            case COMMUNITY -> community;
        };
    }
}
