package io.shiporskip.query.leaderboard.window;

import java.time.Instant;

/** Hours of UTC, counted from the epoch. */
final class Hours {

    private static final long MILLIS = 3_600_000;

    private Hours() {}

    static long of(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), MILLIS);
    }

    static Instant start(long hour) {
        return Instant.ofEpochMilli(hour * MILLIS);
    }
}
