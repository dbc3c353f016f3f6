package io.shiporskip.query.leaderboard.window;

/**
 * The ballots on one tool that were last changed in one hour of a day.
 *
 * @param hour 0..23, UTC
 * @param ships those that count for ship, 0 or more
 * @param skips those that count for skip, 0 or more
 */
public record HourCount(int hour, long ships, long skips) {}
