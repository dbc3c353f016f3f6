package io.shiporskip.benchmarks.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import net.jqwik.api.Example;

class SlowCommitsTest {

    private static final long UNWELL_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

    /** Every commit is slow. */
    private final SlowCommits slow = new SlowCommits(0);

    @Example
    void aSlowCommitCountsWhileThePlainWritesWereQuick() throws Exception {
        long before = System.nanoTime();
        commit();
        slow.probed(before, before + 1);

        assertThat(slow.longest()).isPositive();
    }

    @Example
    void itDoesNotWhileAPlainWriteTookLongToo() throws Exception {
        long before = System.nanoTime();
        commit();
        slow.probed(before, Math.max(System.nanoTime(), before + UNWELL_NANOS));

        assertThat(slow.longest()).isZero();
    }

    @Example
    void aPlainWriteThatWasSlowBeforeExcusesNothing() throws Exception {
        long before = System.nanoTime();
        slow.probed(before - UNWELL_NANOS, before);
        commit();

        assertThat(slow.longest()).isPositive();
    }

    private void commit() throws Exception {
        slow.watched(() -> assertThat(slow.longest()).isZero()).send();
    }
}
