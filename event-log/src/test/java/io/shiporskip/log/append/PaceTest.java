package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final Pace pace = new Pace();

    @Test
    void theNextOneLooksAtOnceAndTheOthersWhenTheirPredecessorsTurnHasCome() {
        assertThat(pace.untilNext(1)).isZero();
        assertThat(pace.untilNext(3)).isEqualTo(2 * Pace.FIRST_TURN);
        assertThat(pace.of(3)).isEqualTo(3 * Pace.FIRST_TURN);
    }

    @Test
    void aTurnIsAsLongAsThoseThatWereWaitedFor() {
        for (int i = 0; i < 100; i++) {
            pace.waited(9 * MILLI, 3);
        }
        assertThat(pace.of(1)).isBetween(3 * MILLI - 10, 3 * MILLI);
    }

    @Test
    void oneLongTurnCountsLittle() {
        pace.waited(9 * Pace.FIRST_TURN, 1);

        assertThat(pace.of(1)).isEqualTo(2 * Pace.FIRST_TURN);
    }

    @Test
    void whoLooksLateLooksSoonerNextTime() {
        pace.lookedLate();

        assertThat(pace.of(1)).isEqualTo(Pace.FIRST_TURN * 15 / 16);
    }

    @Test
    void whatIsLearntIsBounded() {
        for (int i = 0; i < 1_000; i++) {
            pace.waited(TimeUnit.HOURS.toNanos(1), 1);
        }
        assertThat(pace.of(1)).isEqualTo(Pace.LONGEST_TURN);
        for (int i = 0; i < 1_000; i++) {
            pace.waited(0, 1);
        }
        assertThat(pace.of(1)).isEqualTo(Pace.SHORTEST_PAUSE);
        pace.lookedLate();
        assertThat(pace.of(1)).isEqualTo(Pace.SHORTEST_PAUSE);
    }

    @Test
    void whereTurnsAreLongLooksAreFurtherApart() {
        assertThat(pace.pause()).isEqualTo(Pace.SHORTEST_PAUSE);
        for (int i = 0; i < 100; i++) {
            pace.waited(4 * MILLI, 1);
        }
        assertThat(pace.pause()).isBetween(MILLI / 2 - 10, MILLI / 2);
    }
}
