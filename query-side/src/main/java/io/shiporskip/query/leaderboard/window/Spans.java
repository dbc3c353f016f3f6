package io.shiporskip.query.leaderboard.window;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where each window begins at a position's time, as hours since the epoch.
 *
 * <p>No event at or before a position has a later time than the position has. So when a window begins anew, nothing that
 * was folded before lies in it.
 */
record Spans(long now, long week, long month, long year) {

    /** Of the last hours asked for, each in its place or not there yet: the calendar costs more than a whole fold. */
    private static final @Nullable Spans[] KNOWN = new @Nullable Spans[1_024];

    static Spans at(Instant at) {
        return new Spans(Hours.of(at), start(Window.WEEK, at), start(Window.MONTH, at), start(Window.YEAR, at));
    }

    static Spans at(long hour) {
        int place = Math.floorMod(hour, KNOWN.length);
        Spans known = KNOWN[place];
        if (known == null || known.now != hour) {
            known = at(Hours.start(hour));
            KNOWN[place] = known;
        }
        return known;
    }

    private static long start(Window window, Instant at) {
        return Hours.of(Objects.requireNonNull(window.start(at)));
    }

    /** The first hour that still weighs something. */
    long fresh() {
        return now - Decay.HOURS + 1;
    }
}
