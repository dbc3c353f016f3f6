package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Patience patience = new Patience(nanos::get);

    @Test
    void whoStaysAwayWasGoneAndCostsNothing() {
        patience.gaveUp(List.of("dead"));
        patience.sees(List.of("a", "b"));

        assertThat(patience.nanos()).isEqualTo(Patience.LEAST_NANOS);
    }

    @Test
    void whoComesBackIsGivenTwiceAsLong() {
        comesBack();

        assertThat(patience.nanos()).isEqualTo(2 * Patience.LEAST_NANOS);
        assertThat(patience.inVainNanos()).isEqualTo(8 * Patience.LEAST_NANOS);
    }

    @Test
    void aReturnIsCountedOnce() {
        comesBack();
        patience.sees(List.of("slow"));

        assertThat(patience.nanos()).isEqualTo(2 * Patience.LEAST_NANOS);
    }

    @Test
    void itEndsSomewhere() {
        for (int i = 0; i < 5; i++) {
            comesBack();
        }

        assertThat(patience.nanos()).isEqualTo(Patience.MOST_NANOS);
    }

    @Test
    void itWearsOffWhileNobodyComesBackAndNeverBelowTheLeast() {
        comesBack();
        comesBack();
        nanos.addAndGet(Patience.KEPT_NANOS - 1);
        patience.sees(List.of("a"));
        assertThat(patience.nanos()).isEqualTo(4 * Patience.LEAST_NANOS);

        nanos.incrementAndGet();
        patience.sees(List.of("a"));
        patience.sees(List.of("a"));
        assertThat(patience.nanos()).isEqualTo(2 * Patience.LEAST_NANOS);

        for (int i = 0; i < 3; i++) {
            nanos.addAndGet(Patience.KEPT_NANOS);
            patience.sees(List.of("a"));
        }
        assertThat(patience.nanos()).isEqualTo(Patience.LEAST_NANOS);
    }

    private void comesBack() {
        patience.gaveUp(List.of("slow", "dead"));
        patience.sees(List.of("a", "slow"));
    }
}
