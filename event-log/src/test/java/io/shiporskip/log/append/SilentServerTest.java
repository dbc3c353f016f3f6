package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.Commits;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.faults.CuttingProxy;
import io.shiporskip.log.faults.Fate;
import io.shiporskip.log.read.LogReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that does what it is asked and never answers. */
class SilentServerTest {

    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.ANSWER_SWALLOWED);
    private final CuttingProxy proxy = new CuttingProxy(TestServer.uri(), fate::get);
    private final MongoClient client = proxy.connect();
    private final MongoDatabase database = TestServer.inNewDatabase(client);
    private final LogReader reader = new LogReader(TestServer.directly(database));
    private final BlockAppender appender = new BlockAppender(
            database,
            new LogWakeUp(),
            AppenderSettings.DEFAULT
                    .withPatience(Duration.ofMillis(300))
                    .withAnswer(Duration.ofMillis(400))
                    .withQueuedCommits(1));

    SilentServerTest() throws IOException {}

    @AfterEach
    void close() {
        appender.close();
        client.close();
        proxy.close();
    }

    @Test
    void whatWasSentIsUnknownWhatWaitsIsBusyAndAFullQueueTakesNothing() {
        Commit sent = Commits.of("sent", 0, 1);
        assertThatThrownBy(() -> appender.append(sent))
                .isInstanceOfSatisfying(
                        UnknownOutcomeException.class,
                        unknown -> assertThat(unknown.commit()).isEqualTo(sent.id()));

        CompletableFuture<Void> queued = CompletableFuture.runAsync(() -> appender.append(Commits.of("queued", 0, 1)));
        assertThatThrownBy(queued::join).hasCauseInstanceOf(BusyException.class);
        assertThatThrownBy(() -> appender.append(Commits.of("late", 0, 1))).isInstanceOf(BusyException.class);

        assertThat(reader.head().position()).isEqualTo(1);
        assertThat(reader.lastSequence("sent")).hasValue(0);
    }

    @Test
    void aThreadThatIsInterruptedStaysSoAndDoesNotKnow() {
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread command = Thread.ofPlatform().start(() -> {
            try {
                Thread.currentThread().interrupt();
                appender.append(Commits.of("a", 0, 1));
            } catch (RuntimeException e) {
                thrown.set(e);
            }
            interrupted.set(Thread.currentThread().isInterrupted());
        });

        await().until(() -> !command.isAlive());
        assertThat(interrupted.get()).isTrue();
        assertThat(thrown.get()).isInstanceOfAny(BusyException.class, UnknownOutcomeException.class);
    }

    @Test
    void aClosingAppenderGivesUpWhenItsPatienceEnds() {
        assertThatThrownBy(() -> appender.append(Commits.of("a", 0, 1))).isInstanceOf(UnknownOutcomeException.class);

        appender.close();

        assertThat(appender.health()).contains("the log is closed");
        assertThatThrownBy(() -> appender.append(Commits.of("b", 0, 1))).isInstanceOf(BusyException.class);
    }

    @Test
    void aClosingAppenderWritesWhatIsQueued() {
        fate.set(Fate.ANSWER_LATE);
        CompletableFuture<Long> first = CompletableFuture.supplyAsync(() -> appender.append(Commits.of("a", 0, 1)));
        await().until(() -> reader.head().position() == 1);

        appender.close();

        assertThat(first.join()).isEqualTo(1);
    }
}
