package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shiporskip.log.Commits;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.metrics.LogMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a writer's blocks and its turns go together. */
@Timeout(60)
class BlockWriterTurnsTest {

    private final TurnsFixture log = new TurnsFixture();
    private final BlockInsert insert = new BlockInsert(log.database);
    private final LogWakeUp wakeUp = new LogWakeUp();
    private final Turns turns = log.turns("a");
    private final List<Block> sent = new ArrayList<>();
    private final BlockWriter writer = new BlockWriter(
            log.last(),
            new BlockIds("a"),
            new BlockSender(this::send, new LogEvidence(log.database), () -> false),
            wakeUp,
            turns,
            new AppenderHealth(),
            LogMetrics.none());

    @Test
    void aBlockBearsItsWritersName() throws InterruptedException {
        writer.write(List.of(new PendingCommit(Commits.of("x", 0, 1))));

        assertThat(BlockIds.writerOf(log.last().id())).isEqualTo("a");
    }

    @Test
    void whoLostItsSlotTakesTurnsFromThenOn() throws InterruptedException {
        log.writes("b");
        PendingCommit commit = new PendingCommit(Commits.of("x", 0, 1));

        writer.write(List.of(commit));

        assertThat(commit.await(0)).isEqualTo(2);
        assertThat(log.document.read().writers()).containsExactly("a");
        assertThat(sent).extracting(Block::position).containsExactly(1L, 2L);
    }

    @Test
    void whoHasItsTurnNumbersAfterTheBlockOfTheOneBefore() {
        log.line("b", "a");
        turns.metAnother();
        Thread writing = Thread.ofVirtual().start(() -> write("x"));
        log.awaitLooks();
        assertThat(sent).isEmpty();

        log.writes("b");

        await().until(() -> !writing.isAlive());
        assertThat(sent).extracting(Block::position).containsExactly(2L);
    }

    @Test
    void afterABlockOfItsOwnAWriterWaitsForTheOthers() throws InterruptedException {
        log.line("a", "b");
        turns.metAnother();
        write("x");
        Thread writing = Thread.ofVirtual().start(() -> write("y"));
        log.awaitLooks();
        assertThat(sent).hasSize(1);

        log.writes("b");

        await().until(() -> !writing.isAlive());
        assertThat(sent).extracting(Block::position).containsExactly(1L, 3L);
    }

    @Test
    void whoHasItsTurnTellsReadersHowFarTheLogReaches() throws InterruptedException {
        turns.metAnother();
        log.writes("b");

        writer.prepare();

        assertThat(wakeUp.awaitBeyond(0, Duration.ZERO)).isTrue();
    }

    @Test
    void whoLostItsSlotTellsReadersHowFarTheLogReaches() throws InterruptedException {
        log.writes("b");
        PendingCommit rival = new PendingCommit(Commits.of("b-0", 0, 1));

        writer.write(List.of(rival));

        assertThatThrownBy(() -> rival.await(0)).isInstanceOf(CommitRefusedException.class);
        assertThat(wakeUp.awaitBeyond(0, Duration.ZERO)).isTrue();
    }

    private void write(String aggregate) {
        try {
            writer.prepare();
            writer.write(List.of(new PendingCommit(Commits.of(aggregate, 0, 1))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer send(Block block) {
        sent.add(block);
        return insert.send(block);
    }
}
