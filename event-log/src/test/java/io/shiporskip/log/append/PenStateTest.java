package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who has the pen, who is next, and who is asked to wait. */
class PenStateTest {

    private static final PenState LINE = new PenState(7, Optional.of("a"), List.of("b", "c"), 40);

    @Test
    void onlyTheFirstInLineIsNext() {
        assertThat(LINE.isNext("b")).isTrue();
        assertThat(LINE.isNext("c")).isFalse();
        assertThat(LINE.isNext("a")).isFalse();
        assertThat(PenState.FREE.isNext("b")).isFalse();
    }

    @Test
    void itConcernsWhoHasItAndWhoWaitsForIt() {
        assertThat(LINE.concerns("a")).isTrue();
        assertThat(LINE.concerns("c")).isTrue();
        assertThat(LINE.concerns("d")).isFalse();
    }

    @Test
    void whatNobodyHasIsForWhoeverWaitedLongest() {
        PenState left = new PenState(7, Optional.empty(), List.of("b", "c"), 40);

        assertThat(left.isFreeFor("b")).isTrue();
        assertThat(left.isFreeFor("c")).isFalse();
        assertThat(LINE.isFreeFor("b")).isFalse();
        assertThat(PenState.FREE.isFreeFor("c")).isTrue();
    }

    @Test
    void theLineIsBounded() {
        PenState state = PenState.FREE.takenBy("holder");
        for (int i = 0; i < PenState.MOST_WAITING; i++) {
            state = state.wantedBy("writer-" + i);
        }

        assertThat(state.waiting()).hasSize(PenState.MOST_WAITING);
        assertThat(state.wantedBy("one more").waiting()).isEqualTo(state.waiting());
    }

    @Test
    void whoPassesItOnSaysWhereItsBlockBeginsAndWhoComesToTheLineOrLeavesItChangesNothingOfThat() {
        assertThat(LINE.passedOn("a", true, 41).blockAt()).isEqualTo(41);
        assertThat(List.of(LINE.takenBy("b"), LINE.wantedBy("d"), LINE.leftBy("a"), LINE.leftBy("c")))
                .extracting(PenState::blockAt)
                .containsOnly(40L);
    }

    @Test
    void whoTakesItOutOfTurnWaitsForNobodysBlock() {
        assertThat(LINE.seizedBy("d").blockAt()).isZero();
    }

    @Test
    void everyChangeIsANewTurnSoThatNobodyMistakesItForWhatTheySaw() {
        assertThat(List.of(
                        LINE.takenBy("b"),
                        LINE.wantedBy("d"),
                        LINE.seizedBy("d"),
                        LINE.passedOn("a", true, 41),
                        LINE.leftBy("a"),
                        LINE.leftBy("c")))
                .extracting(PenState::turn)
                .containsOnly(8L);
    }
}
