package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shiporskip.log.Commits;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.metrics.LogMetrics;
import io.shiporskip.log.read.LogReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that refuses everything, and one that is silent: what the appender says, and how it goes on by itself. */
class AppenderRecoveryTest {

    private static final Answer DISK_FULL = new Answer.Lasting("OutOfDiskSpace", true);

    private final MongoDatabase database = TestServer.newDatabase();
    private final LogReader reader = new LogReader(database);
    private final AtomicReference<Optional<Answer>> fault = new AtomicReference<>(Optional.empty());
    private final BlockAppender appender =
            appender(AppenderSettings.DEFAULT, send -> block -> fault.get().orElseGet(() -> send.apply(block)));

    @AfterEach
    void close() {
        fault.set(Optional.empty());
        appender.close();
    }

    @Test
    void aServerThatTakesNothingIsSaidToAndTriedUntilItIsMended() {
        appender.append(Commits.of("a", 0, 1));
        fault.set(Optional.of(DISK_FULL));

        Commit failed = Commits.of("b", 0, 1);
        assertThatThrownBy(() -> appender.append(failed)).isInstanceOf(CommitFailedException.class);
        assertThat(appender.health()).hasValueSatisfying(why -> assertThat(why).contains("OutOfDiskSpace"));
        assertThatThrownBy(() -> appender.append(Commits.of("c", 0, 1)))
                .isInstanceOf(BusyException.class)
                .hasMessageContaining("OutOfDiskSpace");
        assertThat(reader.head().position()).isEqualTo(1);

        fault.set(Optional.empty());
        await().until(() -> appender.health().isEmpty());
        assertThat(appender.append(failed)).isEqualTo(2);
        assertThat(reader.head().position()).isEqualTo(2);
    }

    @Test
    void aBlockWithoutAnOutcomeIsSaidAndForgottenOnceItHasOne() {
        fault.set(Optional.of(new Answer.Unknown("connection reset")));
        CompletableFuture<Long> waiting = CompletableFuture.supplyAsync(() -> appender.append(Commits.of("a", 0, 1)));
        await().until(() -> appender.health()
                .filter(why -> why.contains("position 1") && why.contains("connection reset"))
                .isPresent());

        fault.set(Optional.empty());
        await().until(() -> appender.health().isEmpty());
        await().until(waiting::isDone);
        assertThat(reader.head().position()).isEqualTo(1);
    }

    @Test
    void aFaultOfOursInOneBlockLeavesItUnknownAndTheNextOnesGoOn() {
        try (BlockAppender impatient =
                appender(AppenderSettings.DEFAULT.withPatience(Duration.ofMillis(300)), send -> block -> {
                    if (block.events().getFirst().aggregate().equals("faulty")) {
                        throw new IllegalStateException("a fault of ours");
                    }
                    return send.apply(block);
                })) {
            assertThatThrownBy(() -> impatient.append(Commits.of("faulty", 0, 1)))
                    .isInstanceOf(UnknownOutcomeException.class);
            assertThat(impatient.append(Commits.of("sound", 0, 1))).isEqualTo(1);
        }
    }

    @Test
    void aFaultOfOursBetweenBlocksEndsTheAppenderAndIsSaid() {
        AtomicInteger sent = new AtomicInteger();
        try (BlockAppender faulty = appender(AppenderSettings.DEFAULT, send -> block -> {
            if (sent.getAndIncrement() > 0) {
                throw new IllegalStateException("a fault of ours");
            }
            return DISK_FULL;
        })) {
            appender.append(Commits.of("a", 0, 1));
            assertThatThrownBy(() -> faulty.append(Commits.of("b", 0, 1))).isInstanceOf(CommitFailedException.class);
            await().until(() -> faulty.health()
                    .filter(why -> why.contains("start again") && why.contains("a fault of ours"))
                    .isPresent());
        }
    }

    @Test
    void whatIsQueuedWhenItClosesIsWrittenAndAnswered() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        UnaryOperator<Function<Block, Answer>> held = send -> block -> {
            sending.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return send.apply(block);
        };
        BlockAppender closing =
                new BlockAppender(database, new LogWakeUp(), AppenderSettings.DEFAULT, new LogMetrics(meters), held);
        List<CompletableFuture<Long>> commits = new ArrayList<>();
        commits.add(CompletableFuture.supplyAsync(() -> closing.append(Commits.of("first", 0, 1)), threads));
        sending.await();
        for (int i = 0; i < 20; i++) {
            Commit queued = Commits.of("queued-" + i, 0, 1);
            commits.add(CompletableFuture.supplyAsync(() -> closing.append(queued), threads));
        }
        await().until(() -> meters.get("event.log.queue.commits").gauge().value() == 20);

        CompletableFuture<Void> closed = CompletableFuture.runAsync(closing::close);
        await().until(() -> closing.health().isPresent());
        go.countDown();
        closed.join();

        assertThat(commits.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 21).boxed().toList());
        assertThat(reader.head().position()).isEqualTo(21);
        assertThatThrownBy(() -> closing.append(Commits.of("late", 0, 1))).isInstanceOf(BusyException.class);
    }

    private BlockAppender appender(AppenderSettings settings, UnaryOperator<Function<Block, Answer>> network) {
        return new BlockAppender(database, new LogWakeUp(), settings, LogMetrics.none(), network);
    }
}
