package io.shiporskip.query.projecting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestTest {

    private final AtomicLong clock = new AtomicLong(1_000);
    private final AtomicBoolean read = new AtomicBoolean();
    private final List<Long> pauses = new ArrayList<>();
    private final Rest rest = new Rest(read::get, clock::get, pauses::add);

    @Test
    void whileSomebodyReadsEachPieceOfWorkIsRestedFromAQuarterLongerThanItTook() {
        read.set(true);

        rest.after(() -> clock.addAndGet(80));
        rest.after(() -> clock.addAndGet(8));

        assertThat(pauses).containsExactly(100L, 10L);
    }

    @Test
    void whileNobodyReadsThereIsNoRest() {
        rest.after(() -> clock.addAndGet(80));

        assertThat(pauses).isEmpty();
    }
}
