package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.Commits;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.metrics.LogMetrics;
import io.shiporskip.log.read.LogReader;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the appender's thread does between blocks, and how it ends. */
class AppendLoopTest {

    private static final Answer DISK_FULL = new Answer.Lasting("disk full", true);

    private final MongoDatabase database = TestServer.newDatabase();
    private final Function<Block, Answer> server = new BlockInsert(database)::send;
    private final AtomicReference<Function<Block, Answer>> network = new AtomicReference<>(server);
    private final AtomicBoolean givenUp = new AtomicBoolean();
    private final CommitQueue queue = new CommitQueue(10, 64_000_000);
    private final AppenderHealth health = new AppenderHealth();
    private final LogEnd end = new LogEnd(new LogReader(database)::lastBlock, health, givenUp::get);
    private final LineDocument document = new LineDocument(database, 60_000);
    private final Turns turns = new Turns(new Place(document, "a"), end, () -> 0, true);
    private final Thread thread = Thread.ofVirtual().unstarted(loop());

    @AfterEach
    void close() {
        queue.close();
        thread.interrupt();
    }

    @Test
    void whoHasNothingToWriteLeavesTheLine() throws InterruptedException {
        turns.metAnother();
        thread.start();

        assertThat(append("a").await(TimeUnit.SECONDS.toNanos(20))).isEqualTo(1);

        // Joined, and left.
        await().until(() -> document.read().version() == 2);
        assertThat(document.read().writers()).isEmpty();
        assertThat(thread.isAlive()).isTrue();
    }

    @Test
    void whoGivesUpLeavesTheLine() throws InterruptedException {
        turns.metAnother();
        network.set(block -> {
            Answer answer = server.apply(block);
            givenUp.set(true);
            return answer;
        });
        append("a");
        thread.start();

        await().until(() -> !thread.isAlive());
        assertThat(document.read().version()).isEqualTo(2);
        assertThat(document.read().writers()).isEmpty();
    }

    @Test
    void whoIsInterruptedTakesNoMoreAndSaysWhy() throws InterruptedException {
        thread.start();
        thread.interrupt();

        await().until(() -> !thread.isAlive());
        assertThat(health.takesNone()).contains("the appender was interrupted");
        assertThat(queue.offer(new PendingCommit(Commits.of("a", 0, 1)), 0)).isFalse();
    }

    @Test
    void whileTheServerTakesNothingTheLatestReasonIsSaid() throws InterruptedException {
        thread.start();
        append("a").await(TimeUnit.SECONDS.toNanos(20));
        network.set(_ -> DISK_FULL);
        append("b");
        awaitReason("disk full");

        network.set(_ -> new Answer.Lasting("not authorized", true));
        awaitReason("not authorized");

        network.set(server);
        await().until(() -> health.takesNone().isEmpty());
    }

    @Test
    void whoIsClosedNoLongerWaitsForAServerThatTakesNothing() throws InterruptedException {
        thread.start();
        append("a").await(TimeUnit.SECONDS.toNanos(20));
        network.set(_ -> DISK_FULL);
        append("b");
        awaitReason("disk full");

        queue.close();

        await().until(() -> !thread.isAlive());
    }

    private void awaitReason(String reason) {
        await().until(() ->
                health.takesNone().filter(why -> why.contains(reason)).isPresent());
    }

    private PendingCommit append(String aggregate) throws InterruptedException {
        PendingCommit commit = new PendingCommit(Commits.of(aggregate, 0, 1));
        assertThat(queue.offer(commit, 0)).isTrue();
        return commit;
    }

    private AppendLoop loop() {
        Function<Block, Answer> insert = block -> network.get().apply(block);
        BlockSender sender = new BlockSender(insert, new LogEvidence(database), givenUp::get);
        BlockWriter writer = new BlockWriter(
                end.now(), new BlockIds("a"), sender, new LogWakeUp(), turns, health, LogMetrics.none());
        return new AppendLoop(queue, writer, turns, new ServerProbe(database, insert), health, givenUp::get);
    }
}
