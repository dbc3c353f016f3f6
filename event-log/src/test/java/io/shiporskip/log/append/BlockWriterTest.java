package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.Commits;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.faults.CuttingProxy;
import io.shiporskip.log.faults.Fate;
import io.shiporskip.log.metrics.LogMetrics;
import io.shiporskip.log.read.LogReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What becomes of the commits of a block that the server refuses for good, which the test's server would not do. */
class BlockWriterTest {

    private final MongoDatabase database = TestServer.newDatabase();
    private final BlockInsert insert = new BlockInsert(database);
    private final LogReader reader = new LogReader(database);
    private final LogWakeUp wakeUp = new LogWakeUp();
    private final AppenderHealth health = new AppenderHealth();
    private final PendingCommit bad = new PendingCommit(Commits.of("bad", 0, 1));
    private final PendingCommit good = new PendingCommit(Commits.of("good", 0, 2));

    @Test
    void whatTheServerRefusesForGoodFailsAloneAndTheOthersOfItsBlockStand() throws InterruptedException {
        writer(block -> block.events().stream()
                                .anyMatch(event -> event.aggregate().equals("bad"))
                        ? new Answer.Lasting("too large", false)
                        : insert.send(block))
                .write(List.of(bad, good));

        assertThatThrownBy(() -> bad.await(0))
                .isInstanceOf(CommitFailedException.class)
                .hasMessageContaining("too large");
        assertThat(good.await(0)).isEqualTo(2);
        assertThat(reader.head().position()).isEqualTo(2);
        assertThat(wakeUp.awaitBeyond(1, Duration.ZERO)).isTrue();
        assertThat(health.trouble()).isEmpty();
    }

    @Test
    void aServerThatTakesNoBlocksFailsAllOfThemAndStopsTheAppender() throws InterruptedException {
        writer(block -> new Answer.Lasting("disk full", true)).write(List.of(bad, good));

        for (PendingCommit commit : List.of(bad, good)) {
            assertThatThrownBy(() -> commit.await(0)).isInstanceOf(CommitFailedException.class);
        }
        assertThat(health.takesNone())
                .hasValueSatisfying(reason -> assertThat(reason).contains("disk full"));
    }

    @Test
    void whoLostTheSlotToAnotherKnowsHowFarTheLogReaches() throws InterruptedException {
        BlockWriter late = writer(insert::send);
        writer(insert::send).write(List.of(bad));
        PendingCommit rival = new PendingCommit(Commits.of("bad", 0, 1));

        late.write(List.of(rival, good));

        assertThatThrownBy(() -> rival.await(0)).isInstanceOf(CommitRefusedException.class);
        assertThat(good.await(0)).isEqualTo(3);
        assertThat(reader.head().position()).isEqualTo(3);
    }

    @Test
    void whileTheEndOfTheLogCannotBeReadThatIsSaid() throws Exception {
        AtomicReference<Fate> reads = new AtomicReference<>(Fate.PASSES);
        try (CuttingProxy proxy = new CuttingProxy(TestServer.uri(), () -> Fate.PASSES, reads::get);
                MongoClient client = proxy.connect()) {
            BlockWriter late = writer(new LogReader(client.getDatabase(database.getName())), insert::send);
            writer(insert::send).write(List.of(bad));
            reads.set(Fate.REQUEST_LOST);
            Thread writing = Thread.ofVirtual().start(() -> write(late, good));

            await().until(() -> health.trouble()
                    .filter(why -> why.contains("where the log ends is not known"))
                    .isPresent());

            reads.set(Fate.PASSES);
            assertThat(good.await(Duration.ofSeconds(20).toNanos())).isEqualTo(3);
            writing.join();
            assertThat(health.trouble()).isEmpty();
        }
    }

    private static void write(BlockWriter writer, PendingCommit commit) {
        try {
            writer.write(List.of(commit));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BlockWriter writer(Function<Block, Answer> answers) {
        return writer(reader, answers);
    }

    private BlockWriter writer(LogReader ends, Function<Block, Answer> answers) {
        BlockSender sender = new BlockSender(answers, new LogEvidence(database), () -> false);
        LogEnd end = new LogEnd(ends::lastBlock, health, () -> false);
        BlockIds ids = BlockIds.ofANewWriter();
        Place place = new Place(new LineDocument(database, LineDocument.TIMEOUT_MILLIS), ids.writer());
        Turns turns = new Turns(place, end, System::nanoTime, true);
        return new BlockWriter(end.now(), ids, sender, wakeUp, turns, health, LogMetrics.none());
    }
}
