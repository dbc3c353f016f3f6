package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shiporskip.log.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * How long a writer waits for its turn, and what others may do meanwhile. The clock stands still unless it is moved; a
 * writer looks at it once when it asks, once when it begins to wait, and then after each reading of who has the pen.
 */
class PenPatienceTest {

    private static final int FIRST_READ = 3;

    private final PenDocument document = new PenDocument(TestServer.newDatabase(), 60_000);
    private final AtomicLong nanos = new AtomicLong(TimeUnit.HOURS.toNanos(1));
    private final AtomicInteger looks = new AtomicInteger();
    private final Map<Integer, Runnable> atLook = new ConcurrentHashMap<>();
    private final Pen pen = new Pen(document, "a", this::clock, true);

    @Test
    void whoMetAnotherASecondAgoIsNotAloneYet() throws InterruptedException {
        pen.metAnother();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));

        assertThat(pen.take()).isTrue();
        assertThat(pen.isHeld()).isTrue();
    }

    @Test
    void whoBeginsWhileOthersWaitIsNotAloneYet() throws InterruptedException {
        document.change(PenState.FREE, PenState.FREE.takenBy("a").wantedBy("b"));
        pen.metAnother();
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(900));
        pen.take();
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(900));
        others(document.read().leftBy("b"));

        assertThat(pen.take()).isTrue();
        assertThat(pen.isHeld()).isTrue();
    }

    @Test
    void whoHasItLooksNowAndThenWhetherSomebodyWaitsAndAsksNobodyInBetween() throws InterruptedException {
        pen.metAnother();
        pen.take();
        nanos.addAndGet(Pen.LOOK_NANOS);

        assertThat(pen.take()).isTrue();
        assertThat(pen.take()).isFalse();
    }

    @Test
    void whoStopsWaitingLeavesTheLine() {
        document.change(PenState.FREE, PenState.FREE.takenBy("b"));
        pen.metAnother();
        Thread waits = taking();
        await().until(() -> document.read().waiting().contains("a"));
        waits.interrupt();
        await().until(() -> !waits.isAlive());

        pen.rest();

        assertThat(document.read().waiting()).isEmpty();
        assertThat(document.read().isHeldBy("b")).isTrue();
    }

    @Test
    void whoRestsGivesItToWhomeverHasComeSince() throws InterruptedException {
        pen.metAnother();
        pen.take();
        others(document.read().wantedBy("b"));

        pen.rest();

        assertThat(document.read().isHeldBy("b")).isTrue();
    }

    @Test
    void howeverLivelyTheOthersAreNobodyWaitsForEver() {
        document.change(PenState.FREE, PenState.FREE.takenBy("b"));
        pen.metAnother();
        Thread waits = taking();
        await().until(() -> document.read().waiting().contains("a"));
        for (int i = 0; i < 4; i++) {
            nanos.addAndGet(Pen.PATIENCE_NANOS - 1);
            others(new PenState(document.read().turn() + 1, Optional.of("b" + i), List.of("a"), 0));
            awaitLook();
            assertThat(document.read().holder()).contains("b" + i);
        }

        nanos.addAndGet(Pen.MOST_NANOS - 4 * (Pen.PATIENCE_NANOS - 1));

        await().until(() -> !waits.isAlive());
        assertThat(document.read().isHeldBy("a")).isTrue();
    }

    @Test
    void thatItJoinedTheLineItselfIsNoSignOfLifeOfOthers() {
        document.change(PenState.FREE, PenState.FREE.takenBy("dead"));
        pen.metAnother();
        looks.set(0);
        atLook.put(FIRST_READ + 1, () -> nanos.addAndGet(Pen.PATIENCE_NANOS - 1));
        atLook.put(FIRST_READ + 2, () -> nanos.addAndGet(1));

        Thread waits = taking();

        await().until(() -> !waits.isAlive());
        assertThat(document.read().isHeldBy("a")).isTrue();
    }

    @Test
    void whatAnotherWasQuickerToTakeIsTheirs() {
        pen.metAnother();
        looks.set(0);
        atLook.put(FIRST_READ, () -> others(PenState.FREE.takenBy("b")));

        Thread waits = taking();

        await().until(() -> document.read().waiting().contains("a"));
        assertThat(document.read().isHeldBy("b")).isTrue();
        others(document.read().leftBy("b"));
        await().until(() -> !waits.isAlive());
        assertThat(pen.isHeld()).isTrue();
    }

    @Test
    void whoIsNeverQuickEnoughWritesWithoutIt() {
        pen.metAnother();
        looks.set(0);
        for (int look = FIRST_READ; look < 1_000; look++) {
            atLook.put(look, () -> others(new PenState(document.read().turn() + 1, Optional.empty(), List.of(), 0)));
        }

        Thread waits = taking();

        await().until(() -> !waits.isAlive());
        assertThat(pen.isHeld()).isFalse();
        assertThat(document.read().holder()).isEmpty();
    }

    private long clock() {
        atLook.getOrDefault(looks.incrementAndGet(), () -> {}).run();
        return nanos.get();
    }

    private void others(PenState to) {
        assertThat(document.change(document.read(), to)).isTrue();
    }

    /** Until the one that waits has seen what stands now: the next look may follow an older reading. */
    private void awaitLook() {
        int before = looks.get();
        await().until(() -> looks.get() >= before + 2);
    }

    private Thread taking() {
        return Thread.ofVirtual().start(() -> {
            try {
                pen.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
