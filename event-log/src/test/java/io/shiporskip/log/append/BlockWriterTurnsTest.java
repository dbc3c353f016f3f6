package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.Commits;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.metrics.LogMetrics;
import io.shiporskip.log.read.LogReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When a writer takes turns with others, and when it no longer does. */
class BlockWriterTurnsTest {

    private static final long ALMOST_A_SECOND = TimeUnit.MILLISECONDS.toNanos(900);

    private final MongoDatabase database = TestServer.newDatabase();
    private final LogReader reader = new LogReader(database);
    private final BlockInsert insert = new BlockInsert(database);
    private final LogWakeUp wakeUp = new LogWakeUp();
    private final AtomicLong nanos = new AtomicLong();
    private final PenDocument document = new PenDocument(database, 60_000);
    private final Pen pen = new Pen(document, "a", nanos::get, true);
    private final AppenderHealth health = new AppenderHealth();
    private final List<Long> sent = new ArrayList<>();
    private LogEnd.Pause pause = () -> {};
    private PenState whenSent = PenState.FREE;
    private final BlockWriter writer = new BlockWriter(
            new LogEnd(reader::head, wakeUp, health, () -> false, () -> pause.take()),
            new BlockSender(this::send, new LogEvidence(database), () -> false),
            wakeUp,
            pen,
            health,
            LogMetrics.none());

    @Test
    void whoSeesThatAnotherHasWrittenIsNotAloneYet() throws InterruptedException {
        pen.metAnother();
        nanos.addAndGet(ALMOST_A_SECOND);
        anotherWrites(Commits.of("b", 0, 1));
        writer.prepare();
        nanos.addAndGet(ALMOST_A_SECOND);

        writer.prepare();

        assertThat(pen.isHeld()).isTrue();
    }

    @Test
    void whoSeesThatNobodyHasWrittenIsAloneSoon() throws InterruptedException {
        pen.metAnother();
        nanos.addAndGet(ALMOST_A_SECOND);
        writer.prepare();
        assertThat(pen.isHeld()).isTrue();
        nanos.addAndGet(ALMOST_A_SECOND);

        writer.prepare();

        assertThat(pen.isHeld()).isFalse();
    }

    @Test
    void whoLostItsSlotTakesTurnsFromThenOn() throws InterruptedException {
        anotherWrites(Commits.of("b", 0, 1));
        PendingCommit commit = new PendingCommit(Commits.of("a", 0, 1));

        writer.write(List.of(commit));

        assertThat(commit.await(0)).isEqualTo(2);
        assertThat(document.read().isHeldBy("a")).isTrue();
    }

    @Test
    void whereOthersWaitTheNextOneHasItWhileOurBlockIsOnItsWay() throws InterruptedException {
        document.change(PenState.FREE, PenState.FREE.takenBy("a").wantedBy("b"));
        pen.metAnother();
        writer.prepare();

        writer.write(List.of(new PendingCommit(Commits.of("a", 0, 1))));

        assertThat(whenSent.isHeldBy("b")).isTrue();
        assertThat(whenSent.waiting()).containsExactly("a");
        assertThat(whenSent.blockAt()).isEqualTo(1);
    }

    @Test
    void whoHasItNextNumbersAfterTheBlockThatIsOnItsWay() throws InterruptedException {
        document.change(PenState.FREE, PenState.FREE.takenBy("b").wantedBy("a").passedOn("b", false, 1));
        pen.metAnother();
        pause = () -> anotherWrites(Commits.of("b", 0, 1));

        writer.prepare();
        writer.write(List.of(new PendingCommit(Commits.of("a", 0, 1))));

        assertThat(sent).containsExactly(2L);
    }

    @Test
    void aBlockThatDoesNotComeIsNotWaitedForLong() throws InterruptedException {
        document.change(PenState.FREE, PenState.FREE.takenBy("b").wantedBy("a").passedOn("b", false, 1));
        pen.metAnother();
        AtomicInteger pauses = new AtomicInteger();
        pause = pauses::incrementAndGet;

        writer.prepare();
        writer.write(List.of(new PendingCommit(Commits.of("a", 0, 1))));

        assertThat(sent).containsExactly(1L);
        assertThat(pauses).hasValue(LogEnd.MOST_LOOKS);
    }

    @Test
    void whoLostItsSlotTellsReadersHowFarTheLogReaches() throws InterruptedException {
        anotherWrites(Commits.of("a", 0, 1));
        PendingCommit rival = new PendingCommit(Commits.of("a", 0, 1));

        writer.write(List.of(rival));

        assertThatThrownBy(() -> rival.await(0)).isInstanceOf(CommitRefusedException.class);
        assertThat(wakeUp.awaitBeyond(0, Duration.ZERO)).isTrue();
    }

    private Answer send(Block block) {
        sent.add(block.position());
        whenSent = document.read();
        return insert.send(block);
    }

    private void anotherWrites(Commit commit) {
        assertThat(insert.send(BlockNumbering.after(reader.head(), List.of(commit))))
                .isEqualTo(new Answer.Acknowledged());
    }
}
