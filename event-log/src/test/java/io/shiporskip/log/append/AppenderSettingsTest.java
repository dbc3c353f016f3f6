package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AppenderSettingsTest {

    private static final AppenderSettings KNOWN = AppenderSettings.DEFAULT;

    @Test
    void aQueueThatHoldsJustTheLargestCommitIsLargeEnough() {
        assertThat(queueOf(1, Commit.MAX_BYTES).queuedBytes()).isEqualTo(Commit.MAX_BYTES);
    }

    @Test
    void aSmallerOneCouldNeverTakeIt() {
        assertThatIllegalArgumentException().isThrownBy(() -> queueOf(0, Commit.MAX_BYTES));
        assertThatIllegalArgumentException().isThrownBy(() -> queueOf(1, Commit.MAX_BYTES - 1));
    }

    private static AppenderSettings queueOf(int commits, int bytes) {
        return new AppenderSettings(
                commits, bytes, KNOWN.patience(), KNOWN.answer(), KNOWN.ahead(), KNOWN.clock(), KNOWN.turns());
    }
}
