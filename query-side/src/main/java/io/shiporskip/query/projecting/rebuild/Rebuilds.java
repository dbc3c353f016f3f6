package io.shiporskip.query.projecting.rebuild;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.projecting.store.OvertakenException;
import io.shiporskip.query.projecting.store.Versioned;
import io.shiporskip.query.projecting.store.VersionedStore;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is known of rebuilds, and the asking for one. Any node may ask; the one that folds does the work. */
public final class Rebuilds {

    /** So many are remembered, and more while one of them is still open: a paused one, say. */
    public static final int KEPT = 100;

    /** More than are kept: an open one is among them. */
    private static final int LOOKED_AT = 10_000;

    private final VersionedStore<Rebuild> rebuilds;
    private final EventSource source;
    private final InstantSource clock;

    public Rebuilds(MongoDatabase database, EventSource source, InstantSource clock, BulkWriter writer) {
        this.rebuilds = new VersionedStore<>(database, "rebuilds", Rebuild.class, writer);
        this.source = source;
        this.clock = clock;
    }

    /**
     * Asks for one pass over the log for some projections.
     *
     * @return the new rebuild; empty when an open one has one of them in hand already
     */
    public Optional<Rebuild> request(Collection<? extends Projection<?>> projections, RebuildPlan plan) {
        List<RebuildPart> parts = projections.stream()
                .map(projection -> RebuildPart.requested(projection.name(), projection.revision()))
                .toList();
        Optional<Versioned<Rebuild>> created = Optional.empty();
        while (created.isEmpty()) {
            // The number first: should somebody else ask in between, they have it, and what is open is looked at again.
            int id = 1
                    + rebuilds.last(1).stream()
                            .mapToInt(last -> last.state().id())
                            .findFirst()
                            .orElse(0);
            if (projections.stream().anyMatch(projection -> openFor(projection).isPresent())) {
                return Optional.empty();
            }
            created = rebuilds.create(key(id), Rebuild.requested(id, plan, parts, clock.instant(), source.head()));
            int oldestOpen = open().stream().mapToInt(Rebuild::id).min().orElse(id);
            rebuilds.forgetBefore(key(Math.max(0, Math.min(oldestOpen, id - KEPT + 1))));
        }
        return created.map(Versioned::state);
    }

    /** The open one that has a projection in hand. */
    public Optional<Rebuild> openFor(Projection<?> projection) {
        return open().stream()
                .filter(rebuild -> rebuild.part(projection.name()).isPresent())
                .findFirst();
    }

    public Optional<Rebuild> get(int id) {
        return rebuilds.get(key(id)).map(Versioned::state);
    }

    /** The latest first. */
    public List<Rebuild> latest(int limit) {
        return rebuilds.last(limit).stream().map(Versioned::state).toList();
    }

    /**
     * Says what is wanted of one from now on; the node that folds follows within a fraction of a second.
     *
     * @return as it now stands; empty when it is over
     */
    public Optional<Rebuild> order(int id, RebuildOrder order) {
        while (true) {
            Optional<Versioned<Rebuild>> standing = rebuilds.get(key(id))
                    .filter(rebuild ->
                            rebuild.state().isOpen() && rebuild.state().order() != RebuildOrder.CANCEL);
            if (standing.isEmpty()) {
                return Optional.empty();
            }
            Optional<Versioned<Rebuild>> ordered =
                    rebuilds.replace(standing.get(), standing.get().state().ordered(order));
            if (ordered.isPresent()) {
                return ordered.map(Versioned::state);
            }
        }
    }

    /** Those that are not over, the earliest first. */
    List<Rebuild> open() {
        return latest(LOOKED_AT).stream()
                .filter(Rebuild::isOpen)
                .sorted(Comparator.comparingInt(Rebuild::id))
                .toList();
    }

    InstantSource clock() {
        return clock;
    }

    /** Takes one up for a node's turn: from now on no earlier turn can change it. */
    Rebuild takeUp(int id, long fence) {
        return change(id, fence, true, rebuild -> rebuild.takenUp(fence));
    }

    /**
     * Changes one, whatever an operator has ordered meanwhile.
     *
     * @throws OvertakenException when a later turn has taken it up
     */
    Rebuild change(int id, long fence, UnaryOperator<Rebuild> change) {
        return change(id, fence, false, change);
    }

    private Rebuild change(int id, long fence, boolean takingUp, UnaryOperator<Rebuild> change) {
        while (true) {
            Versioned<Rebuild> standing = rebuilds.get(key(id)).orElseThrow();
            long holder = standing.state().fence();
            if (takingUp ? holder > fence : holder != fence) {
                throw new OvertakenException("Another node goes on with rebuild " + id);
            }
            Optional<Versioned<Rebuild>> changed = rebuilds.replace(standing, change.apply(standing.state()));
            if (changed.isPresent()) {
                return changed.get().state();
            }
        }
    }

    private static String key(int id) {
        return "%010d".formatted(id);
    }
}
