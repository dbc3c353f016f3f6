package io.shiporskip.query.projecting.rebuild;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.projecting.store.ModelStates;
import io.shiporskip.query.projecting.store.OvertakenException;
import io.shiporskip.query.projecting.store.Versioned;
import io.shiporskip.query.projecting.store.VersionedStore;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is known of rebuilds, and the asking for one. Any node may ask; the one that folds does the work. */
public final class Rebuilds {

    private final VersionedStore<Rebuild> rebuilds;
    private final ModelStates states;
    private final EventSource source;
    private final InstantSource clock;

    public Rebuilds(MongoDatabase database, ModelStates states, EventSource source, InstantSource clock) {
        this.rebuilds = new VersionedStore<>(database, "projection-rebuilds", Rebuild.class);
        this.states = states;
        this.source = source;
        this.clock = clock;
    }

    /** @return the new rebuild; empty when one is open already */
    public Optional<Rebuild> request(Projection<?> projection) {
        return states.startRebuild(projection.name()).map(id -> find(projection, id).state());
    }

    public Optional<Rebuild> get(String projection, int id) {
        return rebuilds.get(new Generation(projection, id).toString()).map(Versioned::state);
    }

    /** Those that exist, by the name of the generation they fill. */
    public List<Rebuild> get(Collection<Generation> generations) {
        return rebuilds.get(generations.stream().map(Generation::toString).toList()).values().stream()
                .map(Versioned::state)
                .toList();
    }

    /** An open rebuild's record; made anew when a crash fell between asking and recording. */
    Versioned<Rebuild> find(Projection<?> projection, int id) {
        String key = new Generation(projection.name(), id).toString();
        var fresh = Rebuild.requested(projection.name(), id, projection.revision(), clock.instant(), source.head());
        return rebuilds.create(key, fresh).or(() -> rebuilds.get(key)).orElseThrow();
    }

    Versioned<Rebuild> change(Versioned<Rebuild> rebuild, UnaryOperator<Rebuild> change) {
        return rebuilds.replace(rebuild, change.apply(rebuild.state()))
                .orElseThrow(() -> new OvertakenException("Another node goes on with rebuild " + rebuild.id()));
    }
}
