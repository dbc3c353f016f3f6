package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shiporskip.log.LastBlock;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whose turn it is, and what it costs to know that. */
@Timeout(60)
class TurnsTest {

    private final TurnsFixture log = new TurnsFixture();
    private final Turns a = log.turns("a");
    private final Turns b = log.turns("b");

    @AfterEach
    void nobodyWaitsAnyMore() {
        log.givenUp.set(true);
    }

    @Test
    void aWriterThatMeetsNoOtherAsksForNothing() throws InterruptedException {
        log.writes("b");

        assertThat(a.await(LastBlock.NONE)).isEqualTo(LastBlock.NONE);
        a.leave();

        assertThat(log.looks).hasValue(0);
        assertThat(log.document.read()).isEqualTo(Line.EMPTY);
    }

    @Test
    void writersThatMeetTakeTurns() throws InterruptedException {
        a.metAnother();
        b.metAnother();
        assertThat(a.await(LastBlock.NONE)).isEqualTo(LastBlock.NONE);
        LastBlock ofA = writes(a, "a");
        assertThat(b.await(LastBlock.NONE)).isEqualTo(ofA);
        log.nanos.addAndGet(Turns.LOOK_NANOS);

        CompletableFuture<LastBlock> again = log.awaiting(a, ofA);
        log.awaitLooks();
        assertThat(again).isNotDone();

        LastBlock ofB = writes(b, "b");
        assertThat(again.join()).isEqualTo(ofB);
        assertThat(log.document.read().writers()).containsExactly("a", "b");
    }

    @Test
    void aTurnIsNeitherTakenNorPassedOnButByABlock() throws InterruptedException {
        log.line("a", "b");
        a.metAnother();
        Line before = log.document.read();

        a.await(LastBlock.NONE);
        writes(a, "a");
        CompletableFuture<LastBlock> waits = log.awaiting(a, log.last());
        log.writes("b");
        waits.join();

        assertThat(log.document.read()).isEqualTo(before);
    }

    @Test
    void whoIsAloneInLineAsksNobodyForAWhileAndThenWhetherSomebodyHasCome() throws InterruptedException {
        a.metAnother();
        a.await(LastBlock.NONE);
        LastBlock own = writes(a, "a");
        log.looks.set(0);
        log.line("a", "b");
        log.nanos.addAndGet(Turns.LOOK_NANOS - 1);
        assertThat(a.await(own)).isSameAs(own);
        assertThat(log.looks).hasValue(0);

        log.nanos.addAndGet(1);
        CompletableFuture<LastBlock> waits = log.awaiting(a, own);

        log.awaitLooks();
        assertThat(waits).isNotDone();
    }

    @Test
    void whoNeverRestsAndMetNobodyFindsOutWhoWaits() throws InterruptedException {
        LastBlock own = block(LastBlock.NONE);
        log.line("b");
        log.nanos.addAndGet(Patience.MOST_NANOS - 1);
        own = block(own);
        assertThat(a.isWaitedFor()).isFalse();
        log.nanos.addAndGet(Company.ASK_NANOS - Patience.MOST_NANOS + 1);
        own = block(own);

        CompletableFuture<LastBlock> waits = log.awaiting(a, own);
        log.awaitLooks();

        assertThat(waits).isNotDone();
        assertThat(log.document.read().writers()).containsExactly("b", "a");
        LastBlock ofB = log.writes("b");
        assertThat(waits.join()).isEqualTo(ofB);
    }

    @Test
    void whereNobodyWaitsWhoNeverRestsGoesOnAlone() throws InterruptedException {
        LastBlock own = block(LastBlock.NONE);
        log.nanos.addAndGet(Patience.MOST_NANOS - 1);
        own = block(own);
        log.nanos.addAndGet(Company.ASK_NANOS - Patience.MOST_NANOS + 1);
        own = block(own);

        assertThat(a.await(own)).isSameAs(own);

        assertThat(log.looks).hasValue(0);
        assertThat(log.document.read()).isEqualTo(Line.EMPTY);
    }

    @Test
    void whoIsAloneAgainLeavesTheLineAndAsksNoMore() throws InterruptedException {
        a.metAnother();
        a.await(LastBlock.NONE);
        LastBlock own = writes(a, "a");
        log.looks.set(0);
        log.nanos.addAndGet(Company.ALONE_NANOS + 1);

        assertThat(a.await(own)).isSameAs(own);

        assertThat(a.isWaitedFor()).isFalse();
        assertThat(log.looks).hasValue(0);
        assertThat(log.document.read().writers()).isEmpty();
    }

    @Test
    void whoMetAnotherASecondAgoIsNotAloneYet() throws InterruptedException {
        a.metAnother();
        log.nanos.addAndGet(Company.ALONE_NANOS);

        a.await(LastBlock.NONE);

        assertThat(a.isWaitedFor()).isTrue();
    }

    @Test
    void whoFindsAnothersBlockInItsTurnIsNotAloneYet() throws InterruptedException {
        a.metAnother();
        log.writes("b");
        log.nanos.addAndGet(Company.ALONE_NANOS);
        a.await(LastBlock.NONE);
        log.nanos.addAndGet(Company.ALONE_NANOS);

        a.await(log.last());

        assertThat(a.isWaitedFor()).isTrue();
    }

    @Test
    void whoFindsItsOwnBlocksAloneHasMetNobody() throws InterruptedException {
        a.metAnother();
        a.await(LastBlock.NONE);
        LastBlock own = writes(a, "a");
        log.nanos.addAndGet(Company.ALONE_NANOS);
        assertThat(a.await(own)).isEqualTo(own);
        assertThat(a.isWaitedFor()).isTrue();

        log.nanos.incrementAndGet();
        a.await(own);

        assertThat(a.isWaitedFor()).isFalse();
    }

    @Test
    void whoRestsNowAndThenNeedNotAskWhoWaits() throws InterruptedException {
        LastBlock own = block(LastBlock.NONE);
        log.line("b");
        for (int i = 0; i < 3; i++) {
            log.nanos.addAndGet(Company.REST_NANOS);
            own = block(own);
        }

        assertThat(a.await(own)).isSameAs(own);
    }

    @Test
    void whoRestsLeavesTheLineAndItsSuccessorHasTheTurn() throws InterruptedException {
        log.line("a", "b", "c");
        a.metAnother();
        a.await(LastBlock.NONE);
        LastBlock last = log.writes("a");
        assertThat(a.isWaitedFor()).isTrue();

        a.leave();

        assertThat(a.isWaitedFor()).isFalse();
        assertThat(log.document.read().writers()).containsExactly("b", "c");
        b.metAnother();
        assertThat(b.await(LastBlock.NONE)).isEqualTo(last);
    }

    @Test
    void aTurnThatEndsWithoutABlockIsLeftToTheNextOne() throws InterruptedException {
        log.line("a", "b");
        a.metAnother();
        a.await(LastBlock.NONE);

        a.end();

        assertThat(a.isWaitedFor()).isFalse();
        assertThat(log.document.read().writers()).containsExactly("b");
    }

    @Test
    void aTurnThatEndsWithABlockKeepsThePlace() throws InterruptedException {
        log.line("a", "b");
        a.metAnother();
        a.await(LastBlock.NONE);
        writes(a, "a");

        a.end();

        assertThat(a.isWaitedFor()).isTrue();
    }

    @Test
    void whoLostASlotLooksBothAtTheLineAndAtTheLog() throws InterruptedException {
        log.line("a", "b");
        a.metAnother();
        a.await(LastBlock.NONE);
        LastBlock own = writes(a, "a");
        log.line("a");
        LastBlock ofB = log.writes("b");

        a.metAnother();

        assertThat(a.await(own)).isEqualTo(ofB);
        assertThat(log.document.read().writers()).containsExactly("a");
    }

    @Test
    void whereTurnsAreNotTakenALostSlotCostsALookAndNothingElse() throws InterruptedException {
        Turns racing = log.turns("c", false);
        LastBlock last = log.writes("b");
        racing.metAnother();

        assertThat(racing.await(LastBlock.NONE)).isEqualTo(last);
        assertThat(racing.await(last)).isSameAs(last);

        assertThat(log.looks).hasValue(1);
        assertThat(log.document.read()).isEqualTo(Line.EMPTY);
    }

    @Test
    void whereThereIsNoRoomInLineAWriterWritesOutOfTurn() throws InterruptedException {
        String[] full = new String[Line.MOST];
        for (int i = 0; i < full.length; i++) {
            full[i] = "writer-" + i;
        }
        log.line(full);
        LastBlock last = log.writes("writer-0");
        a.metAnother();

        assertThat(a.await(LastBlock.NONE)).isEqualTo(last);

        assertThat(a.isWaitedFor()).isFalse();
        assertThat(log.document.read().writers()).doesNotContain("a");
    }

    @Test
    void whoFindsSomethingElseInItsPlaceWritesOutOfTurn() throws InterruptedException {
        log.spoilLine();
        LastBlock last = log.writes("b");
        a.metAnother();

        assertThat(a.await(LastBlock.NONE)).isEqualTo(last);

        assertThat(a.isWaitedFor()).isFalse();
        a.leave();
        assertThat(a.isWaitedFor()).isFalse();
    }

    @Test
    void whoGivesUpWaitsForNobody() {
        log.line("b", "a");
        a.metAnother();
        CompletableFuture<LastBlock> waits = log.awaiting(a, LastBlock.NONE);
        log.awaitLooks();
        log.writes("x");

        log.givenUp.set(true);

        await().until(waits::isDone);
        assertThat(waits.join()).isEqualTo(LastBlock.NONE);
    }

    /** A block of {@link #a}, which knows of nobody: from the wait for its turn to the turn's end. */
    private LastBlock block(LastBlock known) throws InterruptedException {
        assertThat(a.await(known)).isSameAs(known);
        LastBlock own = writes(a, "a");
        a.end();
        return own;
    }

    private LastBlock writes(Turns turns, String name) {
        LastBlock own = log.writes(name);
        turns.wrote();
        return own;
    }
}
