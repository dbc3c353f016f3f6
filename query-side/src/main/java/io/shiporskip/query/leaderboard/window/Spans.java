package io.shiporskip.query.leaderboard.window;

import java.time.Instant;
import java.util.Objects;

/**
 * Where each window begins at a position's time, as hours since the epoch.
 *
 * <p>No event at or before a position has a later time than the position has. So when a window begins anew, nothing that
 * was folded before lies in it.
 */
record Spans(long now, long week, long month, long year) {

    static Spans at(Instant at) {
        return new Spans(Hours.of(at), start(Window.WEEK, at), start(Window.MONTH, at), start(Window.YEAR, at));
    }

    static Spans at(long hour) {
        return at(Hours.start(hour));
    }

    private static long start(Window window, Instant at) {
        return Hours.of(Objects.requireNonNull(window.start(at)));
    }

    /** The first hour that still weighs something. */
    long fresh() {
        return now - Decay.HOURS + 1;
    }
}
