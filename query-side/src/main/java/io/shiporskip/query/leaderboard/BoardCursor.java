package io.shiporskip.query.leaderboard;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.asking.Cursor;
import io.shiporskip.query.leaderboard.ranking.BoardKey;
import io.shiporskip.query.leaderboard.ranking.Ranked;
import java.util.Collections;
import java.util.List;

/** A place on a board as a cursor; numbers go as their bits, so that none is rounded on the way. */
final class BoardCursor {

    private static final String NO_VALUE = "-";

    private BoardCursor() {}

    static Cursor of(String list, BoardKey key) {
        Double value = key.value();
        return Cursor.of(
                list,
                value == null ? NO_VALUE : Long.toUnsignedString(Double.doubleToLongBits(value)),
                key.votes(),
                key.listedAt(),
                key.slug());
    }

    /** @throws io.shiporskip.edge.problem.ProblemException bad-cursor (400) when it holds no place on a board */
    static BoardKey key(Cursor cursor) {
        Double value = cursor.part(0).equals(NO_VALUE) ? null : Double.longBitsToDouble(cursor.number(0));
        if (value != null && !Double.isFinite(value)) {
            throw Problems.badCursor();
        }
        return new BoardKey(value, cursor.number(1), cursor.number(2), cursor.part(3));
    }

    /** The index of the first tool behind a place, whether or not a tool still stands there. */
    static int firstAfter(BoardKey key, List<Ranked> tools) {
        List<BoardKey> keys = tools.stream().map(Ranked::key).toList();
        int found = Collections.binarySearch(keys, key);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
