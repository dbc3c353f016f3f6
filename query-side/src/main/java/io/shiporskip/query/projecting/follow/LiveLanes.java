package io.shiporskip.query.projecting.follow;

import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.UnfoldableEventException;
import io.shiporskip.query.projecting.store.Advance;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.projecting.store.OvertakenException;
import io.shiporskip.query.projecting.store.ProgressStore;
import io.shiporskip.query.projecting.store.Stop;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live generations this node folds. Batches are folded one after another; between two of them a rebuild may ask for a
 * snapshot of a lane, or put another generation in its place.
 */
public final class LiveLanes {

    private static final Logger LOG = LoggerFactory.getLogger(LiveLanes.class);

    private final EventSource source;
    private final ProgressStore progress;
    private final Map<String, Lane<?>> lanes = new LinkedHashMap<>();
    private volatile @Nullable String overtaken;

    /** Fair, so that a busy log does not keep a rebuild waiting. */
    private final ReentrantLock turn = new ReentrantLock(true);

    public LiveLanes(EventSource source, ProgressStore progress, Collection<? extends Lane<?>> lanes) {
        this.source = source;
        this.progress = progress;
        lanes.forEach(lane -> this.lanes.put(lane.projection().name(), lane));
    }

    /** The position of the one that is furthest; 0 without any. */
    public long furthest() {
        turn.lock();
        try {
            return lanes.values().stream().mapToLong(Lane::position).max().orElse(0);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Brings those that lag, and need not wait, nearer to a position: after a crash, a hold, a skip, or a swap. One step
     * each, so that those which are there need not wait for one that is far behind.
     *
     * @return whether one of them still lags
     */
    public boolean level(long position) {
        var lagging = new AtomicBoolean();
        forEach(lane -> {
            lane.stepTowards(position, source);
            if (lane.position() < position) {
                lagging.set(true);
            }
        });
        return lagging.get();
    }

    /** Folds a batch into every lane that is there and need not wait, then saves how far they are. */
    public void fold(List<RecordedEvent> batch) {
        long before = batch.getFirst().position() - 1;
        batch.forEach(RecordedEvent::decodeAhead); // once, and not by each of those that look at it at the same time
        forEach(lane -> {
            if (lane.position() >= before) {
                lane.fold(batch);
            }
        });
    }

    /** Where a lane is now; empty when this node does not fold it. */
    public OptionalLong position(String projection) {
        turn.lock();
        try {
            return Optional.ofNullable(lanes.get(projection)).stream()
                    .mapToLong(Lane::position)
                    .findFirst();
        } finally {
            turn.unlock();
        }
    }

    /** Which generations are folded here, by projection. */
    public Map<String, Generation> generations() {
        turn.lock();
        try {
            var folded = new HashMap<String, Generation>();
            lanes.forEach((name, lane) -> folded.put(name, lane.generation()));
            return folded;
        } finally {
            turn.unlock();
        }
    }

    /** Ends this turn at the next batch, since what is folded here is no longer what is live. */
    public void endTurn(String why) {
        overtaken = why;
    }

    /**
     * Keeps the documents of some lanes as they are now, all at one position, while they go on. Without those that this
     * node does not fold, and those that are behind the others.
     */
    public Map<String, Snapshot<?>> keepSnapshots(Collection<String> projections) {
        turn.lock();
        try {
            List<Lane<?>> wanted = lanes.values().stream()
                    .filter(lane -> projections.contains(name(lane)))
                    .toList();
            long position = wanted.stream().mapToLong(Lane::position).max().orElse(0);
            var kept = new HashMap<String, Snapshot<?>>();
            wanted.stream()
                    .filter(lane -> lane.position() == position)
                    .forEach(lane -> kept.put(name(lane), lane.keepSnapshot()));
            return kept;
        } finally {
            turn.unlock();
        }
    }

    public void forgetSnapshot(String projection) {
        turn.lock();
        try {
            Optional.ofNullable(lanes.get(projection)).ifPresent(Lane::forgetSnapshot);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Puts another generation in the place of the live one, or where there is none. Folding waits meanwhile, so the step
     * to the live one's position should be a short one.
     *
     * @param swap makes it live, once it is as far as the one before
     */
    public void replace(Lane<?> lane, Runnable swap) {
        turn.lock();
        try {
            Lane<?> live = lanes.get(lane.projection().name());
            while (live != null && lane.position() < live.position()) {
                lane.stepTowards(live.position(), source);
            }
            save(List.of(lane));
            swap.run();
            lanes.put(lane.projection().name(), lane);
        } finally {
            turn.unlock();
        }
    }

    /** Folds a generation again that had stopped; nothing when it is folded already. */
    public void resume(String projection, Supplier<Lane<?>> opener) {
        turn.lock();
        try {
            if (!lanes.containsKey(projection)) {
                lanes.put(projection, opener.get());
            }
        } finally {
            turn.unlock();
        }
    }

    private void forEach(Consumer<Lane<?>> work) {
        turn.lock();
        try {
            String why = overtaken;
            if (why != null) {
                throw new OvertakenException(why);
            }
            List<Lane<?>> moved =
                    lanes.values().stream().filter(lane -> !lane.mustWait()).toList();
            var stops = new ConcurrentHashMap<Lane<?>, UnfoldableEventException>();
            AtOnce.forEach(moved, lane -> foldUntilStopped(lane, work, stops));
            stops.forEach(this::stop);
            save(moved);
        } finally {
            turn.unlock();
        }
    }

    private static void foldUntilStopped(
            Lane<?> lane, Consumer<Lane<?>> work, Map<Lane<?>, UnfoldableEventException> stops) {
        try {
            work.accept(lane);
        } catch (UnfoldableEventException unfoldable) {
            stops.put(lane, unfoldable);
        }
    }

    private void stop(Lane<?> lane, UnfoldableEventException unfoldable) {
        LOG.error("Projection {} stops: {}", lane.generation(), unfoldable.getMessage(), unfoldable);
        save(List.of(lane));
        progress.stop(lane.generation(), new Stop(unfoldable.position(), reason(unfoldable)));
        lanes.remove(lane.projection().name());
    }

    private void save(List<Lane<?>> moved) {
        List<Advance> advances =
                moved.stream().flatMap(lane -> lane.takeAdvance().stream()).toList();
        progress.advance(advances);
    }

    private static String name(Lane<?> lane) {
        return lane.projection().name();
    }

    private static String reason(UnfoldableEventException unfoldable) {
        return String.valueOf(unfoldable.getMessage());
    }
}
