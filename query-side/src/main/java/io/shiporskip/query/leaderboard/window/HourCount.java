package io.shiporskip.query.leaderboard.window;

import io.shiporskip.query.community.Tally;

/**
 * The ballots on one tool that were last changed in one hour of UTC, and count.
 *
 * @param hour since the epoch
 * @param ships those that count for ship, 0 or more
 * @param skips those that count for skip, 0 or more
 */
public record HourCount(long hour, long ships, long skips) {

    Tally tally() {
        return new Tally(ships, skips);
    }
}
