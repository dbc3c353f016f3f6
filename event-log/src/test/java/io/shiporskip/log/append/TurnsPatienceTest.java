package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shiporskip.log.LastBlock;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a writer waits for its turn, and what it does when those before it do not write. */
@Timeout(60)
class TurnsPatienceTest {

    private final TurnsFixture log = new TurnsFixture();
    private final Turns a = log.turns("a");

    @AfterEach
    void nobodyWaitsAnyMore() {
        log.givenUp.set(true);
    }

    @Test
    void whoSeesNoSignOfLifeTakesTheTurnAndDropsThoseBeforeIt() {
        log.line("dead", "dead as well", "a", "alive");
        CompletableFuture<LastBlock> waits = waiting();
        log.nanos.addAndGet(Patience.LEAST_NANOS - 1);
        log.awaitLooks();
        assertThat(waits).isNotDone();

        log.nanos.addAndGet(1);

        await().until(waits::isDone);
        assertThat(log.document.read().writers()).containsExactly("a", "alive");
    }

    @Test
    void aLineThatHasChangedMeanwhileIsLookedAtBeforeAnybodyIsDropped() {
        log.line("b", "a");
        CompletableFuture<LastBlock> waits = waiting();
        log.line("b", "a", "c");

        log.nanos.addAndGet(Patience.LEAST_NANOS);
        log.awaitLooks();

        assertThat(waits).isNotDone();
        assertThat(log.document.read().writers()).containsExactly("b", "a", "c");
        log.nanos.addAndGet(Patience.LEAST_NANOS);
        await().until(waits::isDone);
        assertThat(log.document.read().writers()).containsExactly("a", "c");
    }

    @Test
    void whoIsDroppedAndComesBackIsWaitedForTwiceAsLong() throws InterruptedException {
        log.line("slow", "a");
        CompletableFuture<LastBlock> dropped = waiting();
        log.nanos.addAndGet(Patience.LEAST_NANOS);
        dropped.join();
        assertThat(log.document.read().writers()).containsExactly("a");

        log.line("a", "slow");
        LastBlock last = log.writes("a");
        a.wrote();
        a.end();
        log.nanos.addAndGet(Turns.LOOK_NANOS);
        CompletableFuture<LastBlock> again = log.awaiting(a, last);
        log.awaitLooks();
        log.nanos.addAndGet(2 * Patience.LEAST_NANOS - 1);
        log.awaitLooks();
        assertThat(again).isNotDone();

        log.nanos.incrementAndGet();
        again.join();
        assertThat(log.document.read().writers()).containsExactly("a");
    }

    @Test
    void aBlockOfAnybodyIsASignOfLife() {
        log.line("b", "c", "a");
        CompletableFuture<LastBlock> waits = waiting();
        log.nanos.addAndGet(Patience.LEAST_NANOS - 1);
        log.writes("b");
        log.awaitLooks();
        log.nanos.addAndGet(Patience.LEAST_NANOS - 1);
        log.awaitLooks();
        assertThat(waits).isNotDone();
        assertThat(log.document.read().writers()).containsExactly("b", "c", "a");

        log.nanos.addAndGet(1);

        await().until(waits::isDone);
        assertThat(log.document.read().writers()).containsExactly("a", "b");
    }

    @Test
    void aChangeOfTheLineIsASignOfLife() {
        log.line("b", "c", "a");
        CompletableFuture<LastBlock> waits = waiting();
        log.nanos.addAndGet(Patience.LEAST_NANOS - 1);
        log.awaitLooks();
        log.line("c", "a");
        log.awaitLooks();
        log.nanos.addAndGet(Patience.LEAST_NANOS - 1);
        log.awaitLooks();

        assertThat(waits).isNotDone();
        assertThat(log.document.read().writers()).containsExactly("c", "a");
    }

    @Test
    void aBlockThatIsLateMayBeOfOneThatLeft() {
        log.line("b", "a");
        CompletableFuture<LastBlock> waits = waiting();
        log.line("a");
        log.nanos.addAndGet(Pace.FIRST_TURN + Turns.LATE_NANOS - 1);
        log.awaitLooks();
        assertThat(waits).isNotDone();

        log.nanos.addAndGet(1);

        await().until(waits::isDone);
        assertThat(log.document.read().writers()).containsExactly("a");
    }

    @Test
    void whoWasDroppedMeanwhileStandsAtTheEndAgain() {
        log.line("b", "a");
        CompletableFuture<LastBlock> waits = waiting();
        log.line("b", "c");
        log.nanos.addAndGet(Pace.FIRST_TURN + Turns.LATE_NANOS);

        await().until(() -> log.document.read().writers().contains("a"));
        assertThat(log.document.read().writers()).containsExactly("b", "c", "a");
        assertThat(waits).isNotDone();
        log.writes("c");
        await().until(waits::isDone);
    }

    @Test
    void howeverLivelyTheOthersAreNobodyWaitsForEver() {
        log.line("b", "a");
        CompletableFuture<LastBlock> waits = waiting();
        for (int i = 0; i < 4; i++) {
            log.nanos.addAndGet(Patience.LEAST_NANOS - 1);
            log.writes("out of turn");
            log.awaitLooks();
        }
        log.nanos.addAndGet(4 * Patience.LEAST_NANOS - 4 * (Patience.LEAST_NANOS - 1) - 1);
        log.writes("out of turn");
        log.awaitLooks();
        assertThat(waits).isNotDone();

        log.nanos.addAndGet(1);

        await().until(waits::isDone);
        assertThat(waits.join()).isEqualTo(log.last());
        assertThat(log.document.read().writers()).containsExactly("b", "a");
    }

    @Test
    void whoWasInLineWhenItWroteLastWaitsForItsPredecessorsTurnBeforeItLooks() throws InterruptedException {
        log.line("a", "b");
        a.metAnother();
        a.await(LastBlock.NONE);
        LastBlock own = log.writes("a");
        a.wrote();
        log.looks.set(0);
        // It may come back late: the time to look is past.
        log.nanos.addAndGet(Pace.FIRST_TURN);
        LastBlock ofB = log.writes("b");

        assertThat(a.await(own)).isEqualTo(ofB);

        assertThat(log.looks).hasValue(1);
    }

    @Test
    void nowAndThenItLooksWhetherTheLineIsStillTheSame() throws InterruptedException {
        log.line("a", "b");
        a.metAnother();
        a.await(LastBlock.NONE);
        log.line("a", "b", "c");
        LastBlock ofB = log.writes("b");
        log.nanos.addAndGet(Turns.OTHERS_LOOK_NANOS - 1);
        assertThat(a.await(ofB)).isEqualTo(ofB);

        log.nanos.addAndGet(1);
        CompletableFuture<LastBlock> waits = log.awaiting(a, ofB);

        log.awaitLooks();
        assertThat(waits).isNotDone();
        LastBlock ofC = log.writes("c");
        assertThat(waits.join()).isEqualTo(ofC);
    }

    private CompletableFuture<LastBlock> waiting() {
        a.metAnother();
        CompletableFuture<LastBlock> waits = log.awaiting(a, LastBlock.NONE);
        log.awaitLooks();
        assertThat(waits).isNotDone();
        return waits;
    }
}
