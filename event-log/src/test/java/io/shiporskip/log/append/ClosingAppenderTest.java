package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shiporskip.log.Commits;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.metrics.LogMetrics;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An appender that is closed while a block of its is under way and gets no answer. */
class ClosingAppenderTest {

    private final CountDownLatch sending = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final AtomicBoolean stillInterrupted = new AtomicBoolean();

    @AfterEach
    void letItEnd() {
        mayEnd.countDown();
    }

    @Test
    void whenItsPatienceEndsItsThreadIsStoppedAndWaitedFor() throws InterruptedException {
        Thread closing = closing(Duration.ofMillis(50));

        await().untilTrue(interrupted);
        await().until(() -> closing.getState() == Thread.State.WAITING);
        mayEnd.countDown();

        await().until(() -> !closing.isAlive());
    }

    @Test
    void whoIsInterruptedWhileClosingItStopsItsThreadAndStaysInterrupted() throws InterruptedException {
        Thread closing = closing(Duration.ofMinutes(1));
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);

        closing.interrupt();

        await().until(() -> !closing.isAlive());
        await().untilTrue(interrupted);
        assertThat(stillInterrupted).isTrue();
    }

    /** A thread that closes an appender whose block is under way. */
    private Thread closing(Duration patience) throws InterruptedException {
        BlockAppender appender = new BlockAppender(
                TestServer.newDatabase(),
                new LogWakeUp(),
                AppenderSettings.DEFAULT.withPatience(patience),
                LogMetrics.none(),
                _ -> this::noAnswer);
        Thread.ofVirtual().start(() -> {
            try {
                appender.append(Commits.of("a", 0, 1));
            } catch (BusyException | UnknownOutcomeException _) {
                // Nobody answers.
            }
        });
        sending.await();
        return Thread.ofPlatform().start(() -> {
            appender.close();
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
    }

    private Answer noAnswer(Block block) {
        sending.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.set(true);
        }
        awaitUninterruptibly(mayEnd);
        Thread.currentThread().interrupt();
        return new Answer.Unknown("no answer at position " + block.position());
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
