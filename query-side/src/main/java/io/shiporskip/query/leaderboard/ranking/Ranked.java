package io.shiporskip.query.leaderboard.ranking;

import org.jspecify.annotations.Nullable;

/**
 * A tool in its place on a board.
 *
 * @param rank from 1; null without the number the board is sorted by
 */
public record Ranked(@Nullable Integer rank, BoardKey key, Standing standing, Scores scores) {}
