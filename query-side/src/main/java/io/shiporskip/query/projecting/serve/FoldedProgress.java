package io.shiporskip.query.projecting.serve;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.Progress;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.follow.FoldedSignal;
import java.time.Duration;
import java.util.List;

/**
 * How far all read models are together. One that is stopped or still being filled does not count: a vote need not wait
 * for it. Woken where this node folds, looking now and then where another does.
 */
public final class FoldedProgress implements Progress {

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final ReadModels models;
    private final List<Projection<?>> projections;
    private final EventSource source;
    private final FoldedSignal signal;

    public FoldedProgress(ReadModels models, List<Projection<?>> projections, EventSource source, FoldedSignal signal) {
        this.models = models;
        this.projections = projections;
        this.source = source;
        this.signal = signal;
    }

    @Override
    public void awaitAtLeast(long position) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        boolean beyondHead = true;
        while (true) {
            long moves = signal.moves();
            if (isAt(position)) {
                return;
            }
            if (beyondHead) {
                refuseBeyondHead(position);
                beyondHead = false;
            }
            if (System.nanoTime() >= deadline || !pause(moves)) {
                throw Problems.notYet(Duration.ofSeconds(1));
            }
        }
    }

    private boolean isAt(long position) {
        return models.reached(projections) >= position;
    }

    private void refuseBeyondHead(long position) {
        long head = source.head();
        if (position > head) {
            throw Problems.futurePosition("atLeast", position, head);
        }
    }

    /** @return false when this thread is asked to end */
    private boolean pause(long moves) {
        try {
            signal.await(moves, LOOK);
            return true;
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
