package io.shiporskip.query.projecting.asof;

import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.UnfoldableEventException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes every checkpoint that should be there and is not, from the log alone: as the log grows, for a log that never had
 * any, after a damaged one was taken away. What is left to do is known from what stands, so that it goes on after a crash
 * where it was. For one thread.
 */
final class CheckpointMaker {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointMaker.class);
    private static final int BATCH = 500;
    private static final long REVIEW_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long TELL_NANOS = Duration.ofSeconds(5).toNanos();

    private final Checkpoints checkpoints;
    private final EventSource source;
    private final Supplier<List<Projection<?>>> asLive;
    private List<Projection<?>> projections = List.of();
    private final Map<String, PastFold<?>> running = new HashMap<>();
    private final Set<String> stopped = new HashSet<>();
    private long due;
    private long reviewed;
    private long told = System.nanoTime();

    /** @param projections those with checkpoints */
    CheckpointMaker(Checkpoints checkpoints, EventSource source, Collection<? extends Projection<?>> projections) {
        this.checkpoints = checkpoints;
        this.source = source;
        this.asLive = () -> List.copyOf(projections);
    }

    /** @param asLive those with checkpoints, each without the events that its live generation leaves out */
    CheckpointMaker(Checkpoints checkpoints, EventSource source, Supplier<List<Projection<?>>> asLive) {
        this.checkpoints = checkpoints;
        this.source = source;
        this.asLive = asLive;
    }

    /**
     * Makes what is missing, if there is a reason to look: the log has grown far enough, or it is time to see whether what
     * was made still stands. The first look drops what earlier revisions left.
     *
     * @throws InterruptedException when the node stops; what was made stays
     */
    void look() throws InterruptedException {
        List<Projection<?>> now = asLive.get();
        if (due == 0 || !owners(now).equals(owners(projections))) {
            projections = now;
            projections.forEach(checkpoints::dropBefore);
            due = 0;
        }
        long head = source.head();
        long time = System.nanoTime();
        if (head >= due || time - reviewed > REVIEW_NANOS) {
            makeMissing(head);
            reviewed = time;
            due = (head / checkpoints.every() + 1) * checkpoints.every();
        }
    }

    private static List<String> owners(List<Projection<?>> projections) {
        return projections.stream().map(CheckpointStore::owner).toList();
    }

    /** Again until none is missing: a damaged one that is come upon on the way is taken away, and made too. */
    private void makeMissing(long head) throws InterruptedException {
        NavigableMap<Long, List<Projection<?>>> missing = missing(head);
        while (!missing.isEmpty()) {
            boolean many = missing.size() > 1;
            for (Map.Entry<Long, List<Projection<?>>> next : missing.entrySet()) {
                make(next.getKey(), next.getValue(), many);
                tell(next.getKey(), head);
            }
            if (many) {
                LOG.info("Checkpoints are complete up to position {}", missing.lastKey());
            }
            missing = missing(head);
        }
    }

    private NavigableMap<Long, List<Projection<?>>> missing(long head) {
        var missing = new TreeMap<Long, List<Projection<?>>>();
        for (Projection<?> projection : projections) {
            if (stopped.contains(CheckpointStore.owner(projection))) {
                continue;
            }
            NavigableSet<Long> standing = checkpoints.positions(projection);
            for (long due = checkpoints.every(); due <= head; due += checkpoints.every()) {
                if (!standing.contains(due)) {
                    missing.computeIfAbsent(due, first -> new ArrayList<>()).add(projection);
                }
            }
        }
        return missing;
    }

    private void make(long position, Collection<Projection<?>> wanted, boolean many) throws InterruptedException {
        List<PastFold<?>> folds = new ArrayList<>();
        for (Projection<?> projection : wanted) {
            if (!stopped.contains(CheckpointStore.owner(projection))) {
                folds.add(running.compute(
                        CheckpointStore.owner(projection), (name, known) -> start(projection, known, position)));
            }
        }
        long at = folds.stream().mapToLong(PastFold::position).min().orElse(position);
        while (at < position) {
            long began = System.nanoTime();
            List<RecordedEvent> batch = source.after(at, (int) Math.min(BATCH, position - at)).stream()
                    .filter(event -> event.position() <= position)
                    .toList();
            folds.removeIf(fold -> !folded(fold, batch));
            at = batch.getLast().position();
            if (many) {
                rest(System.nanoTime() - began);
            }
        }
        for (PastFold<?> fold : folds) {
            save(fold);
        }
    }

    private PastFold<?> start(Projection<?> projection, @Nullable PastFold<?> known, long position) {
        if (known != null && known.position() <= position && known.position() >= position - checkpoints.every()) {
            return known;
        }
        return fresh(projection, position);
    }

    private <D extends Record> PastFold<D> fresh(Projection<D> projection, long position) {
        return new PastFold<>(projection, checkpoints.latest(projection, position));
    }

    private <D extends Record> void save(PastFold<D> fold) {
        checkpoints.save(fold.projection(), fold.state());
    }

    /** @return false when it cannot be folded: there are no later checkpoints until a program that can starts */
    private boolean folded(PastFold<?> fold, List<RecordedEvent> batch) {
        try {
            fold.fold(batch);
            return true;
        } catch (UnfoldableEventException unfoldable) {
            String name = CheckpointStore.owner(fold.projection());
            LOG.error("Checkpoints of {} end: {}", name, unfoldable.getMessage());
            stopped.add(name);
            running.remove(name);
            return false;
        }
    }

    /** Leaves as much time to the others as it took for itself. */
    private static void rest(long nanos) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(nanos));
    }

    private void tell(long position, long head) {
        long now = System.nanoTime();
        if (now - told > TELL_NANOS) {
            told = now;
            LOG.info("Making checkpoints: {} of {} events", position, head);
        }
    }
}
