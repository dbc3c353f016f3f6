package io.shiporskip.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecordedEventTest {

    private static final int READERS = 4;
    private static final int EVENTS = 200_000;

    @Test
    void whoeverLooksAtItFindsWhatItSaysThoughOthersLookAtTheSameTime() throws Exception {
        List<RecordedEvent> events = LongStream.rangeClosed(1, EVENTS)
                .mapToObj(position ->
                        new RecordedEvent(position, Instant.EPOCH, Instant.EPOCH, () -> "event " + position))
                .toList();
        Callable<Long> reader = () -> events.stream()
                .filter(event -> event.payload().equals("event " + event.position()))
                .count();

        try (var threads = Executors.newFixedThreadPool(READERS)) {
            List<Future<Long>> found = threads.invokeAll(
                    IntStream.range(0, READERS).mapToObj(_ -> reader).toList());
            for (Future<Long> one : found) {
                assertThat(one.get()).isEqualTo(EVENTS);
            }
        }
    }
}
