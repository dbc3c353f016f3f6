package io.shiporskip.query.leaderboard.window;

import io.shiporskip.query.community.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The ballots on one tool that were last changed on one day of UTC, as stored. A ballot that changes again moves to the
 * hour of that change, whatever day it is.
 *
 * @param day such as {@code 2026-11-03}
 * @param hours those in which any ballot counts, in order
 */
public record VoteDay(String slug, String day, List<HourCount> hours) {

    static String id(String slug, String day) {
        return slug + ":" + day;
    }

    /** @throws IllegalArgumentException when it takes off what was never counted */
    VoteDay with(BallotMove.Change change, int by) {
        int hour = change.hour().ofDay();
        var now = new ArrayList<HourCount>();
        Tally tally = Tally.NONE;
        for (HourCount count : hours) {
            if (count.hour() == hour) {
                tally = new Tally(count.ships(), count.skips());
            } else {
                now.add(count);
            }
        }
        Tally after = tally.plus(change.counted(), by);
        if (after.votes() > 0) {
            now.add(new HourCount(hour, after.ships(), after.skips()));
        }
        now.sort(Comparator.comparingInt(HourCount::hour));
        return new VoteDay(slug, day, List.copyOf(now));
    }
}
