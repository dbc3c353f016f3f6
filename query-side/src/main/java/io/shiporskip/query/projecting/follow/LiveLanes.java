package io.shiporskip.query.projecting.follow;

import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.UnfoldableEventException;
import io.shiporskip.query.projecting.store.Advance;
import io.shiporskip.query.projecting.store.ProgressStore;
import io.shiporskip.query.projecting.store.Stop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live generations this node folds. Batches are folded one after another; between two of them a rebuild may hold a
 * lane at its position, or put another generation in its place.
 */
public final class LiveLanes {

    private static final Logger LOG = LoggerFactory.getLogger(LiveLanes.class);

    private final EventSource source;
    private final ProgressStore progress;
    private final Map<String, Lane<?>> lanes = new LinkedHashMap<>();
    private final Set<String> held = new HashSet<>();

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

    /** Brings those that lag up to a position: after a crash, a hold, or a swap. */
    public void level(long position) {
        forEach(lane -> {
            while (lane.position() < position) {
                lane.stepTowards(position, source);
            }
        });
    }

    /** Folds a batch into every lane that is not held, then saves how far they are. */
    public void fold(List<RecordedEvent> batch) {
        level(batch.getFirst().position() - 1);
        forEach(lane -> lane.fold(batch));
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

    /** Keeps a lane where it is until it is released; empty when this node does not fold it. */
    public Optional<Lane<?>> hold(String projection) {
        turn.lock();
        try {
            held.add(projection);
            return Optional.ofNullable(lanes.get(projection));
        } finally {
            turn.unlock();
        }
    }

    public void release(String projection) {
        turn.lock();
        try {
            held.remove(projection);
        } finally {
            turn.unlock();
        }
    }

    /** From the next batch on, folds this generation as the live one. */
    public void replace(Lane<?> lane) {
        turn.lock();
        try {
            lanes.put(lane.projection().name(), lane);
        } finally {
            turn.unlock();
        }
    }

    private void forEach(Consumer<Lane<?>> work) {
        turn.lock();
        try {
            var moved = new ArrayList<Lane<?>>();
            for (Lane<?> lane : List.copyOf(lanes.values())) {
                if (!held.contains(lane.projection().name())) {
                    foldOrStop(lane, work);
                    moved.add(lane);
                }
            }
            save(moved);
        } finally {
            turn.unlock();
        }
    }

    private void foldOrStop(Lane<?> lane, Consumer<Lane<?>> work) {
        try {
            work.accept(lane);
        } catch (UnfoldableEventException unfoldable) {
            LOG.error("Projection {} stops: {}", lane.generation(), unfoldable.getMessage(), unfoldable);
            save(List.of(lane));
            progress.stop(lane.generation(), new Stop(unfoldable.position(), reason(unfoldable)));
            lanes.remove(lane.projection().name());
        }
    }

    private void save(List<Lane<?>> moved) {
        List<Advance> advances =
                moved.stream().flatMap(lane -> lane.takeAdvance().stream()).toList();
        progress.advance(advances);
    }

    private static String reason(UnfoldableEventException unfoldable) {
        return String.valueOf(unfoldable.getMessage());
    }
}
