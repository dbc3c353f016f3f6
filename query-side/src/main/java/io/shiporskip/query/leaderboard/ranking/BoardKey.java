package io.shiporskip.query.leaderboard.ranking;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a board is sorted by: the number, highest first and without one last; then more votes, the earlier listing, the
 * slug. No two tools share a slug, so the order is total.
 *
 * @param value null when the tool has no such number
 */
public record BoardKey(@Nullable Double value, long votes, long listedAt, String slug) implements Comparable<BoardKey> {

    private static final Comparator<BoardKey> ORDER = Comparator.comparingDouble(BoardKey::ranked)
            .thenComparingLong(BoardKey::votes)
            .reversed()
            .thenComparingLong(BoardKey::listedAt)
            .thenComparing(BoardKey::slug);

    @Override
    public int compareTo(BoardKey other) {
        return ORDER.compare(this, other);
    }

    /** The number, or one below every number. */
    private double ranked() {
        return value == null ? Double.NEGATIVE_INFINITY : value;
    }
}
