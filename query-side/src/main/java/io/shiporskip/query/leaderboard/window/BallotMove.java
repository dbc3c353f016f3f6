package io.shiporskip.query.leaderboard.window;

import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.verdict.Counted;
import io.shiporskip.query.projecting.RecordedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a ballot's event does to counts by time: it takes the ballot off the hour of its last change and puts it on the
 * hour of this one. Hours go by the events' own times: a ballot's next event names that time, and no other.
 *
 * @param off null when the ballot did not count before
 * @param on null when it does not count now
 */
record BallotMove(String slug, @Nullable Change off, @Nullable Change on) {

    /** How one ballot counts, and the hour it was last changed in. */
    record Change(VoteHour hour, Counted counted) {}

    /**
     * @return null when the event is no ballot's
     * @throws IllegalArgumentException when a ballot that counted does not say since when
     */
    static @Nullable BallotMove of(RecordedEvent event) {
        if (!(event.payload() instanceof BallotEvent ballot)) {
            return null;
        }
        return new BallotMove(
                ballot.tool().slug(),
                change(ballot.previousTime(), ballot.countedBefore()),
                change(event.time(), ballot.countedAfter()));
    }

    /** @throws IllegalArgumentException when it counts and there is no time */
    static @Nullable Change change(@Nullable Instant time, Counted counted) {
        if (counted == Counted.NONE) {
            return null;
        }
        if (time == null) {
            throw new IllegalArgumentException("The ballot counted, and the event does not say since when");
        }
        return new Change(VoteHour.of(time), counted);
    }
}
