package io.shiporskip.log.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shiporskip.log.Commits;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.append.NewEvent;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogMessageSourceTest {

    private final TestEngine log = new TestEngine();
    /** As in another process: nobody tells it of appends. */
    private final LogMessageSource source =
            new LogMessageSource(log.reader, new LogWakeUp(), log.serializer, NoOpEventUpcaster.INSTANCE);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void itGoesOnAfterATokenAndWaitsForWhatIsAppendedLater() throws InterruptedException {
        append(600);
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
            for (long position = 1; position <= 600; position++) {
                assertThat(EventTokens.position(stream.nextAvailable().trackingToken()))
                        .isEqualTo(position);
            }
            assertThat(stream.hasNextAvailable(0, TimeUnit.NANOSECONDS)).isFalse();
            assertThat(stream.peek()).isEmpty();
            append(1);
            assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.peek()).isPresent();
        }
        try (BlockingStream<TrackedEventMessage<?>> late = source.openStream(source.createHeadToken())) {
            append(1);
            assertThat(EventTokens.position(late.nextAvailable().trackingToken()))
                    .isEqualTo(602);
        }
    }

    @Test
    void theCallbackComesOnceOnRegistrationAndWheneverTheStreamIsNoLongerEmpty() throws InterruptedException {
        append(1);
        AtomicInteger calls = new AtomicInteger();
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
            assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
            assertThat(calls).hasValue(1);

            stream.nextAvailable();
            append(1);
            await().until(() -> calls.get() == 2);
        }
    }

    @Test
    void theCallbackMayHaveAnotherThreadReadTheStream() {
        AtomicReference<Object> read = new AtomicReference<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
            stream.setOnAvailableCallback(() -> {
                Thread other = Thread.ofVirtual().start(() -> stream.peek().ifPresent(read::set));
                try {
                    other.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            append(1);
            await().until(() -> read.get() != null);
        }
    }

    @Test
    void aFailedReaderThrowsAfterWhatItHadRead() throws InterruptedException {
        append(1);
        NewEvent unknown = NewEvent.ofNoAggregate(Commits.id(), "Unheard", "1", Commits.TIME, "{}", "{}");
        log.appender.append(Commits.of(unknown));
        AtomicInteger calls = new AtomicInteger();
        LogMessageSource failing = new LogMessageSource(
                log.reader,
                new LogWakeUp(),
                log.serializer,
                events -> events.peek(event -> {
                    if (event.getType().getName().equals("Unheard")) {
                        throw new IllegalStateException("upcaster fails");
                    }
                }));

        try (BlockingStream<TrackedEventMessage<?>> stream = failing.openStream(null)) {
            assertThat(stream.nextAvailable()).isNotNull();
            assertThatThrownBy(() -> stream.hasNextAvailable(20, TimeUnit.SECONDS))
                    .hasMessageContaining("upcaster fails");
            stream.setOnAvailableCallback(calls::incrementAndGet);
            assertThat(calls).hasValue(1);
            assertThatThrownBy(stream::peek).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aTokenOfSomethingElseIsRefused() {
        assertThatThrownBy(() -> source.openStream(
                        new org.axonframework.eventhandling.GapAwareTrackingToken(1, java.util.Set.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void append(int events) {
        for (int i = 0; i < events; i += 100) {
            NewEvent[] commit = new NewEvent[Math.min(100, events - i)];
            for (int j = 0; j < commit.length; j++) {
                commit[j] = NewEvent.ofNoAggregate(Commits.id(), "Text", "1", Commits.TIME, "\"x\"", "{}");
            }
            log.appender.append(Commits.of(commit));
        }
    }
}
