package io.shiporskip.query.projecting.rebuild;

import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.UnfoldableEventException;
import io.shiporskip.query.projecting.follow.AtOnce;
import io.shiporskip.query.projecting.follow.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Brings several generations along the log together: each event is read and decoded once, and each batch is folded and
 * written by all of them at the same time, on all processors but one, which is the readers'. A generation that cannot fold
 * an event drops out alone.
 */
final class Filling implements AutoCloseable {

    /**
     * Events folded at once. More are quicker, since a batch costs each generation a few writes whatever its size; but what
     * is in hand lives long enough to make collections of garbage long, and pages wait for those.
     */
    static final int BATCH = 8_000;

    private static final Duration SLICE = Duration.ofMillis(100);

    private final Turn turn;
    private final Ledger ledger;
    private final Pace pace;
    private final List<Lane<?>> lanes;
    private final Map<Lane<?>, String> failed = new ConcurrentHashMap<>();
    private final ExecutorService folding;

    Filling(Turn turn, Ledger ledger, List<Lane<?>> lanes) {
        this.turn = turn;
        this.ledger = ledger;
        this.pace = new Pace(ledger.now().plan().limit());
        this.lanes = new ArrayList<>(lanes);
        this.folding = Executors.newFixedThreadPool(
                Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, Math.max(1, lanes.size())),
                Thread.ofPlatform().name("rebuilding-folds-", 0).daemon().factory());
    }

    /** Those that go on. */
    List<Lane<?>> lanes() {
        return List.copyOf(lanes);
    }

    /** Those that could not, and why. */
    Map<Lane<?>, String> failed() {
        return failed;
    }

    /** Up to where all of them are. */
    long position() {
        return lanes.stream().mapToLong(Lane::position).min().orElse(0);
    }

    /** Brings all of them to a position; one that is beyond it stays where it is. */
    void fillTo(long target) throws InterruptedException, OrderedException {
        if (lanes.isEmpty() || position() >= target) {
            return;
        }
        var batches = new Batches(turn.source(), position(), target, pace.batch(BATCH), turn.rest());
        List<RecordedEvent> batch = batches.next();
        while (!batch.isEmpty() && !lanes.isEmpty()) {
            fold(batch);
            turn.lanes().save(lanes);
            pace.read(batch.size());
            slowDown();
            batch = batches.next();
        }
        if (pace.isUntold()) {
            ledger.tell(position(), turn.source().head(), pace);
        }
    }

    private void slowDown() throws InterruptedException, OrderedException {
        do {
            if (Thread.interrupted()) {
                throw new InterruptedException("the node stops, the rebuild will go on");
            }
            if (pace.due()) {
                ledger.tell(position(), turn.source().head(), pace);
            }
            Duration wait = pace.tooFast();
            Thread.sleep(wait.compareTo(SLICE) < 0 ? wait : SLICE);
        } while (pace.tooFast().isPositive());
    }

    private void fold(List<RecordedEvent> batch) {
        AtOnce.forEach(lanes, folding, lane -> turn.rest().after(() -> foldOrFail(lane, batch)));
        lanes.removeAll(failed.keySet());
    }

    private void foldOrFail(Lane<?> lane, List<RecordedEvent> batch) {
        try {
            lane.fold(batch);
        } catch (UnfoldableEventException unfoldable) {
            failed.put(lane, String.valueOf(unfoldable.getMessage()));
        }
    }

    /** Waits for what is being folded: nothing may write behind the back of whoever takes it up next. */
    @Override
    public void close() {
        folding.close();
    }
}
