package io.shiporskip.query.leaderboard.window;

import io.shiporskip.events.verdict.Counted;
import io.shiporskip.query.community.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One tool's votes in each window, and by hour where they are fresh enough to weigh something, as stored. It is bounded by
 * the hours of a week, however many votes there are and however long the log is.
 *
 * @param hour since the epoch, of the time of the block that changed it last: where its windows end
 * @param hours those in which any ballot counts, in order
 */
public record RecentVotes(long hour, Tally week, Tally month, Tally year, List<HourCount> hours) {

    static RecentVotes none(long hour) {
        return new RecentVotes(hour, Tally.NONE, Tally.NONE, Tally.NONE, List.of());
    }

    Tally in(Window window) {
        return switch (window) {
            case WEEK -> week;
            case MONTH -> month;
            case YEAR -> year;
            case ALL -> throw new IllegalArgumentException("all time is no window");
        };
    }

    /** As time goes on: a window that begins anew is empty, and old hours are forgotten. */
    RecentVotes at(long now) {
        if (now == hour) {
            return this;
        }
        Spans before = Spans.at(hour);
        Spans after = Spans.at(now);
        return new RecentVotes(
                now,
                before.week() == after.week() ? week : Tally.NONE,
                before.month() == after.month() ? month : Tally.NONE,
                before.year() == after.year() ? year : Tally.NONE,
                from(place(after.fresh())));
    }

    /**
     * With a ballot taken off where it counted and put on where it counts now.
     *
     * @throws IllegalArgumentException when it takes off what was never counted
     */
    RecentVotes with(BallotMove move) {
        return plus(move.off(), -1).plus(move.on(), 1);
    }

    private RecentVotes plus(BallotMove.@Nullable Change change, int by) {
        if (change == null) {
            return this;
        }
        Spans spans = Spans.at(hour);
        long changed = change.hour();
        Counted counted = change.counted();
        return new RecentVotes(
                hour,
                changed >= spans.week() ? week.plus(counted, by) : week,
                changed >= spans.month() ? month.plus(counted, by) : month,
                changed >= spans.year() ? year.plus(counted, by) : year,
                changed >= spans.fresh() ? fresh(changed, counted, by) : hours);
    }

    /** In order already: found by halving, so that an hour's count changes without a look at all the others. */
    private List<HourCount> fresh(long changed, Counted counted, int by) {
        int place = place(changed);
        boolean known = place < hours.size() && hours.get(place).hour() == changed;
        Tally tally = (known ? hours.get(place).tally() : Tally.NONE).plus(counted, by);
        var count = new HourCount(changed, tally.ships(), tally.skips());
        var after = new ArrayList<>(hours);
        if (known && tally.votes() > 0) {
            after.set(place, count);
        } else if (known) {
            after.remove(place);
        } else if (tally.votes() > 0) {
            after.add(place, count);
        }
        return Collections.unmodifiableList(after);
    }

    /** A copy, since a view of a view would keep all that was ever there. */
    private List<HourCount> from(int place) {
        return place == 0 ? hours : List.copyOf(hours.subList(place, hours.size()));
    }

    /** Of the first count that is of this hour or later. */
    private int place(long hourWanted) {
        int from = 0;
        int to = hours.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (hours.get(middle).hour() < hourWanted) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
