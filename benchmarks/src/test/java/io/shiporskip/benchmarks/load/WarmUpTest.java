package io.shiporskip.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import net.jqwik.api.Example;

class WarmUpTest {

    @Example
    void whatStillGetsQuickerIsNotWarm() {
        assertThat(after(1_000, 1_060, 1_120, 1_200, 1_300).isDone()).isFalse();
    }

    @Example
    void threeTurnsWithoutAGainAreTheEnd() {
        assertThat(after(1_000, 2_000, 1_900, 2_050).isDone()).isFalse();
        assertThat(after(1_000, 2_000, 1_900, 2_050, 1_500).isDone()).isTrue();
    }

    @Example
    void aGainAfterTwoTurnsWithoutBeginsAnew() {
        assertThat(after(1_000, 990, 1_010, 1_500, 1_400, 1_450).isDone()).isFalse();
    }

    @Example
    void peersTakeTurnsUntilTheLastOfThemIsWarm() throws Exception {
        List<String> turns = new ArrayList<>();

        WarmUp.together(false, List.of(turn(turns, "quick", 500), turn(turns, "slow", 100, 200, 300)));

        assertThat(turns.subList(0, 4)).containsExactly("quick", "slow", "quick", "slow");
        assertThat(turns).hasSize(2 * 6);
    }

    @Example
    void whatGetsQuickerForEverIsMeasuredAllTheSame() throws Exception {
        AtomicInteger turns = new AtomicInteger();

        WarmUp.together(false, List.of(() -> Math.pow(2, turns.incrementAndGet())));

        assertThat(turns).hasValue(20);
    }

    @Example
    void aQuickRunTakesOneTurn() throws Exception {
        List<String> turns = new ArrayList<>();

        WarmUp.together(true, List.of(turn(turns, "one", 1), turn(turns, "other", 1)));

        assertThat(turns).containsExactly("one", "other");
    }

    /** Its last rate for ever after. */
    private static WarmUp.Turn turn(List<String> turns, String name, double... rates) {
        Iterator<Double> next = DoubleStream.concat(
                        DoubleStream.of(rates), DoubleStream.generate(() -> rates[rates.length - 1]))
                .iterator();
        return () -> {
            turns.add(name);
            return next.next();
        };
    }

    private static WarmUp after(double... rates) {
        WarmUp warmUp = new WarmUp();
        DoubleStream.of(rates).forEach(warmUp::turned);
        return warmUp;
    }
}
