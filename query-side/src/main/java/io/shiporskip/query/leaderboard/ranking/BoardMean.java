package io.shiporskip.query.leaderboard.ranking;

import java.util.Collection;

/**
 * The scores of all takes on a board, kept as whole numbers so that no order of adding can change the mean.
 *
 * @param scoreSum sum of the scores
 * @param takes how many there are
 */
public record BoardMean(long scoreSum, long takes) {

    public static BoardMean of(Collection<Standing> board) {
        long sum = board.stream().mapToLong(Standing::scoreSum).sum();
        long takes = board.stream().mapToLong(tool -> tool.takes().size()).sum();
        return new BoardMean(sum, takes);
    }
}
