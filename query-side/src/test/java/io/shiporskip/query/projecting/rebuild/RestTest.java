package io.shiporskip.query.projecting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestTest {

    @Test
    void eachPieceOfWorkIsRestedFromHalfAsLongAsItTook() {
        AtomicLong clock = new AtomicLong(1_000);
        List<Long> pauses = new ArrayList<>();
        Rest rest = new Rest(clock::get, pauses::add);

        rest.after(() -> clock.addAndGet(80));
        rest.after(() -> clock.addAndGet(6));

        assertThat(pauses).containsExactly(40L, 3L);
    }
}
