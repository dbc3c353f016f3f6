package io.shiporskip.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static WarmUp after(double... rates) {
        WarmUp warmUp = new WarmUp();
        DoubleStream.of(rates).forEach(warmUp::turned);
        return warmUp;
    }
}
