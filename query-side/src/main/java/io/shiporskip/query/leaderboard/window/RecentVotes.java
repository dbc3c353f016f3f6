package io.shiporskip.query.leaderboard.window;

import io.shiporskip.events.verdict.Counted;
import io.shiporskip.query.community.Tally;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One tool's votes in each window, and by hour where they are fresh enough to weigh something.
 *
 * @param hours by hours since the epoch; an hour without a vote that counts is absent
 */
public record RecentVotes(Tally week, Tally month, Tally year, SortedMap<Long, Tally> hours) {

    static final RecentVotes NONE = new RecentVotes(Tally.NONE, Tally.NONE, Tally.NONE, new TreeMap<>());

    Tally in(Window window) {
        return switch (window) {
            case WEEK -> week;
            case MONTH -> month;
            case YEAR -> year;
            case ALL -> throw new IllegalArgumentException("all time is no window");
        };
    }

    RecentVotes plus(BallotMove.Change change, int by, Spans spans) {
        long hour = change.hour().sinceEpoch();
        return new RecentVotes(
                hour >= spans.week() ? week.plus(change.counted(), by) : week,
                hour >= spans.month() ? month.plus(change.counted(), by) : month,
                hour >= spans.year() ? year.plus(change.counted(), by) : year,
                hour >= spans.fresh() ? fresh(hour, change.counted(), by) : hours);
    }

    /** Adds what a stored day holds. */
    RecentVotes plus(VoteDay day, Spans spans) {
        RecentVotes sum = this;
        for (HourCount count : day.hours()) {
            var hour = VoteHour.of(day.day(), count.hour());
            sum = sum.plus(new BallotMove.Change(hour, Counted.SHIP), Math.toIntExact(count.ships()), spans)
                    .plus(new BallotMove.Change(hour, Counted.SKIP), Math.toIntExact(count.skips()), spans);
        }
        return sum;
    }

    /** As time goes on: a window that begins anew is empty, and old hours are forgotten. */
    RecentVotes rolled(Spans before, Spans now) {
        return new RecentVotes(
                before.week() == now.week() ? week : Tally.NONE,
                before.month() == now.month() ? month : Tally.NONE,
                before.year() == now.year() ? year : Tally.NONE,
                new TreeMap<>(hours.tailMap(now.fresh())));
    }

    private SortedMap<Long, Tally> fresh(long hour, Counted counted, int by) {
        var after = new TreeMap<>(hours);
        Tally tally = after.getOrDefault(hour, Tally.NONE).plus(counted, by);
        if (tally.votes() == 0) {
            after.remove(hour);
        } else {
            after.put(hour, tally);
        }
        return after;
    }
}
