package io.shiporskip.query.projecting.follow;

import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.EventTail;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.store.ModelStates;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds the log into every live generation, from its start until it is closed. One thread reads the log once for all of
 * them, so that what was acknowledged is visible within a few writes. Whatever goes wrong with the database, it starts its
 * turn over from the progress that was saved.
 */
public final class ProjectingEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectingEngine.class);

    /** Taken at once when so many are there: each batch writes every document it touches, and a busy one holds much. */
    private static final int BATCH = 5_000;

    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofMillis(300);

    /** Between two tries when the database keeps failing. */
    public static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final LaneStart start;
    private final LaneOpener opener;
    private final EventSource source;
    private final Lease lease;
    private final Companion companion;
    private final FoldedSignal signal;
    private final Duration longestPause;
    private final Thread thread;
    private volatile boolean closed;
    private int failures;
    private volatile @Nullable String trouble;

    /** @param longestPause before it tries again when the database keeps failing; pauses double up to it */
    public ProjectingEngine(
            List<Projection<?>> projections,
            ModelStates states,
            LaneOpener opener,
            EventSource source,
            Lease lease,
            Companion companion,
            FoldedSignal signal,
            Duration longestPause) {
        this.longestPause = longestPause;
        this.start = new LaneStart(projections, states, opener);
        this.opener = opener;
        this.source = source;
        this.lease = lease;
        this.companion = companion;
        this.signal = signal;
        this.thread = Thread.ofPlatform().name("projecting").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** What keeps it, or what works beside it, from going on at the moment, in words; null when nothing does. */
    public @Nullable String trouble() {
        String own = trouble;
        return own == null ? companion.trouble() : "not folding: " + own;
    }

    /** Ends its turn after the batch at hand, which takes a quarter of a second at most, and gives the lease back. */
    @Override
    public void close() {
        closed = true;
        join(thread);
    }

    private void run() {
        while (!closed) {
            try {
                if (lease.hold()) {
                    fold();
                }
                trouble = null;
                Thread.sleep(PAUSE);
            } catch (InterruptedException end) {
                closed = true;
            } catch (RuntimeException | Error failure) {
                // an Error too: a thread that ended without a word would leave the models still and the health well
                failed(failure);
            }
        }
        release();
    }

    private void fold() throws InterruptedException {
        var live = new LiveLanes(source, opener.progress(), start.open());
        Thread beside = companion.start(live, lease.fence());
        try (EventTail tail = source.follow(live.furthest())) {
            long position = live.furthest();
            while (!closed && lease.hold()) {
                boolean lags = live.level(position);
                List<RecordedEvent> batch = tail.next(BATCH, lags ? Duration.ZERO : IDLE);
                if (!batch.isEmpty()) {
                    live.fold(batch);
                    position = batch.getLast().position();
                }
                if (lags || !batch.isEmpty()) {
                    signal.moved();
                }
                trouble = null;
                failures = 0;
            }
        } finally {
            beside.interrupt();
            join(beside);
        }
    }

    private void failed(Throwable failure) {
        if (closed) {
            return;
        }
        failures++;
        Duration pause = pause(failures);
        trouble = failure + " (" + failures + " in a row, tried again every " + pause.toMillis() + " ms)";
        LOG.warn("Folding starts over from the saved progress after: {}", failure.toString(), failure);
        long until = System.nanoTime() + pause.toNanos();
        try {
            while (!closed && System.nanoTime() < until) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException end) {
            closed = true;
        }
    }

    /** Doubles with each failure in a row, up to the longest. */
    private Duration pause(int failures) {
        Duration pause = PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }

    private void release() {
        try {
            lease.release();
        } catch (RuntimeException unreachable) {
            LOG.debug("The lease runs out by itself: {}", unreachable.toString());
        }
    }

    /** Waits for a thread's end, however often this one is asked to hurry. */
    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
