package io.shiporskip.query.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.query.asking.Cursor;
import io.shiporskip.query.leaderboard.ranking.Board;
import io.shiporskip.query.leaderboard.ranking.BoardKey;
import io.shiporskip.query.leaderboard.ranking.RandomBoards;
import io.shiporskip.query.leaderboard.ranking.Ranked;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import io.shiporskip.query.leaderboard.ranking.Standing;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BoardCursorTest {

    @Property
    void aPlaceOnABoardSurvivesTheTripThroughACursor(@ForAll("boards") List<Standing> board, @ForAll RankedBy by) {
        for (Ranked tool : Board.of(board, by).tools()) {
            Cursor given = BoardCursor.of("list", tool.key());
            Cursor back = Objects.requireNonNull(Cursor.read(given.text(), "list", 4));
            assertThat(BoardCursor.key(back)).isEqualTo(tool.key());
        }
    }

    @Property
    void aNumberBelowZeroSurvivesToo(@ForAll double value) {
        BoardKey key = new BoardKey(value, 3, 2, "slug");
        Cursor back =
                Objects.requireNonNull(Cursor.read(BoardCursor.of("list", key).text(), "list", 4));
        assertThat(BoardCursor.key(back)).isEqualTo(key);
    }

    @Provide
    Arbitrary<List<Standing>> boards() {
        return RandomBoards.boards();
    }
}
