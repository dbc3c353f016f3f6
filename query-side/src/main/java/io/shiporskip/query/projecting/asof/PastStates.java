package io.shiporskip.query.projecting.asof;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.UnfoldableEventException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What read models were at any position of the log: a checkpoint, or a state still in memory, and the events from there
 * on. The work of one request is bounded by the stretch that is folded, the work at once by {@link Turnstile}.
 */
public final class PastStates {

    /** Longest stretch folded for one request; checkpoints lie closer, except where they are still being made. */
    static final long LONGEST = 20_000;

    private static final int BATCH = 1_000;
    private static final Duration RETRY = Duration.ofSeconds(5);

    private static final Duration UNTIL_MENDED = Duration.ofMinutes(10);

    private final EventSource source;
    private final Checkpoints checkpoints;
    private final RecentStates recent = new RecentStates();
    private final Turnstile turnstile = new Turnstile();

    public PastStates(EventSource source, Checkpoints checkpoints) {
        this.source = source;
        this.checkpoints = checkpoints;
    }

    /**
     * The state of each of some projections at a position, by the projection's name.
     *
     * @param position of the log, not beyond its head
     * @throws io.shiporskip.edge.problem.ProblemException past-busy (503) when too many are asked for at once; past-not-yet (503)
     *     while checkpoints near it are still being made; past-unfoldable (503) when an event before it cannot be folded
     */
    Map<String, PastState<?>> at(long position, Collection<? extends Projection<?>> projections) {
        var found = new HashMap<String, PastState<?>>();
        var open = new ArrayList<Projection<?>>();
        for (Projection<?> projection : projections) {
            PastState<?> known = recent.at(projection, position);
            if (known == null) {
                open.add(projection);
            } else {
                found.put(projection.name(), known);
            }
        }
        if (!open.isEmpty()) {
            found.putAll(turnstile.pass(() -> folded(position, open)));
        }
        return found;
    }

    /** One projection's state at a position, refused as above. */
    @SuppressWarnings("unchecked") // folded by this very projection
    <D extends Record> PastState<D> at(long position, Projection<D> projection) {
        return (PastState<D>)
                Objects.requireNonNull(at(position, List.of(projection)).get(projection.name()));
    }

    private Map<String, PastState<?>> folded(long position, List<Projection<?>> projections) {
        List<PastFold<?>> folds = new ArrayList<>();
        for (Projection<?> projection : projections) {
            folds.add(start(projection, position));
        }
        long from = folds.stream().mapToLong(PastFold::position).min().orElse(position);
        if (position - from > LONGEST) {
            throw Problems.pastNotYet(RETRY);
        }
        try {
            forward(folds, from, position);
        } catch (UnfoldableEventException unfoldable) {
            throw Problems.pastUnfoldable(unfoldable.position(), UNTIL_MENDED);
        }
        var states = new HashMap<String, PastState<?>>();
        folds.forEach(fold -> states.put(fold.projection().name(), recent.keep(fold)));
        return states;
    }

    /** From the nearest state below that is known. */
    private <D extends Record> PastFold<D> start(Projection<D> projection, long position) {
        PastState<D> near = recent.near(projection, position);
        if (near == null || position - near.position() > checkpoints.every()) {
            PastState<D> stored = checkpoints.latest(projection, position);
            if (near == null || stored.position() > near.position()) {
                near = stored;
                recent.keep(projection, stored);
            }
        }
        return new PastFold<>(projection, near);
    }

    /** One reading of the log for all of them. */
    private void forward(List<PastFold<?>> folds, long from, long target) {
        long at = from;
        while (at < target) {
            List<RecordedEvent> batch = source.after(at, (int) Math.min(BATCH, target - at)).stream()
                    .filter(event -> event.position() <= target)
                    .toList();
            folds.forEach(fold -> fold.fold(batch));
            at = batch.getLast().position();
        }
    }
}
