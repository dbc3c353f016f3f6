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
 * @param hour of the block's time, since the epoch: where windows end
 * @param off null when the ballot did not count before
 * @param on null when it does not count now
 */
record BallotMove(long hour, @Nullable Change off, @Nullable Change on) {

    /** How one ballot counts, and the hour it was last changed in, since the epoch. */
    record Change(long hour, Counted counted) {}

    /**
     * @return null when the event is no ballot's
     * @throws IllegalArgumentException when a ballot that counted does not say since when
     */
    static @Nullable BallotMove of(RecordedEvent event) {
        if (!(event.payload() instanceof BallotEvent ballot)) {
            return null;
        }
        return new BallotMove(
                Hours.of(event.at()),
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
        return new Change(Hours.of(time), counted);
    }
}
