package io.shiporskip.query.leaderboard.window;

import java.time.Instant;
import java.time.LocalDate;

/** One hour of UTC. */
record VoteHour(long sinceEpoch) implements Comparable<VoteHour> {

    private static final long MILLIS = 3_600_000;
    private static final int IN_A_DAY = 24;

    static VoteHour of(Instant time) {
        return new VoteHour(Math.floorDiv(time.toEpochMilli(), MILLIS));
    }

    static VoteHour of(String day, int hour) {
        return new VoteHour(LocalDate.parse(day).toEpochDay() * IN_A_DAY + hour);
    }

    /** Such as {@code 2026-11-03}: days sort as their texts do. */
    String day() {
        return LocalDate.ofEpochDay(Math.floorDiv(sinceEpoch, IN_A_DAY)).toString();
    }

    /** 0..23 */
    int ofDay() {
        return (int) Math.floorMod(sinceEpoch, IN_A_DAY);
    }

    @Override
    public int compareTo(VoteHour other) {
        return Long.compare(sinceEpoch, other.sinceEpoch);
    }
}
