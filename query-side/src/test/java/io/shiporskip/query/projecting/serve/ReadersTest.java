package io.shiporskip.query.projecting.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadersTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final Readers readers = new Readers(clock::get);

    @Test
    void nobodyIsAboutBeforeTheFirst() {
        assertThat(readers.areAbout()).isFalse();
    }

    @Test
    void whoReadsIsAboutForTenSeconds() {
        readers.note();

        clock.addAndGet(Duration.ofSeconds(10).toNanos() - 1);
        assertThat(readers.areAbout()).isTrue();
        clock.incrementAndGet();
        assertThat(readers.areAbout()).isFalse();
    }
}
