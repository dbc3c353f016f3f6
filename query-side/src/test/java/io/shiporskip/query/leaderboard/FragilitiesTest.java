package io.shiporskip.query.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.query.leaderboard.BoardQuestion.FragilityWanted;
import io.shiporskip.query.leaderboard.ranking.Board;
import io.shiporskip.query.leaderboard.ranking.RankedBy;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** One board at a time: whoever insists is told to come again, a page does without, a page of the past does not. */
class FragilitiesTest {

    private static final Board BOARD = Board.of(List.of(), RankedBy.OVERALL);

    private final Fragilities busy = new Fragilities(new Semaphore(0));
    private final Fragilities free = new Fragilities(new Semaphore(1));

    @Test
    void whileAnotherIsWorkedOutWhoeverInsistsIsToldToComeAgain() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> busy.of(BOARD, RankedBy.OVERALL, FragilityWanted.YES, false))
                .satisfies(problem -> {
                    assertThat(problem.status().value()).isEqualTo(503);
                    assertThat(problem.headers().getFirst(HttpHeaders.RETRY_AFTER))
                            .isEqualTo("1");
                });
    }

    @Test
    void meanwhileAPageDoesWithoutIt() {
        assertThat(busy.of(BOARD, RankedBy.OVERALL, FragilityWanted.IF_CHEAP, false))
                .isNull();
    }

    @Test
    void aPageOfThePastIsKeptByCachesSoItIsWholeOrRefused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> busy.of(BOARD, RankedBy.OVERALL, FragilityWanted.IF_CHEAP, true));
        assertThat(free.of(BOARD, RankedBy.OVERALL, FragilityWanted.IF_CHEAP, true))
                .isNotNull();
    }

    @Test
    void itsTurnIsGivenBack() {
        assertThat(free.of(BOARD, RankedBy.OVERALL, FragilityWanted.YES, false)).isNotNull();
        assertThat(free.of(BOARD, RankedBy.PANEL, FragilityWanted.YES, false)).isNotNull();
    }
}
