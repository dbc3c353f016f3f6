package io.shiporskip.query.projecting.serve;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.Skipping;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.projecting.store.GenerationStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/** One request's view of the read models: the same generations from its first read to its last. */
public final class Reading {

    private final MongoDatabase database;
    private final Map<String, Generation> live;
    private final long position;

    private final SortedMap<String, List<Long>> skipped;

    /** @param skipped positions of the events that a model leaves out, by its name */
    Reading(
            MongoDatabase database,
            Map<String, Generation> live,
            long position,
            SortedMap<String, List<Long>> skipped) {
        this.skipped = skipped;
        this.database = database;
        this.live = live;
        this.position = position;
    }

    /** Every event up to here is in each of the models opened; some documents may hold later ones. */
    public long position() {
        return position;
    }

    /** The names of those among the models opened that leave an event out, because an operator let them skip it. */
    public List<String> incomplete() {
        return List.copyOf(skipped.keySet());
    }

    /** A projection that folds as its live generation does: without the events that this leaves out. */
    public <D extends Record> Projection<D> asLive(Projection<D> projection) {
        return Skipping.of(projection, skipped.getOrDefault(projection.name(), List.of()));
    }

    /** Which generations it reads. */
    public Collection<Generation> generations() {
        return live.values();
    }

    public Generation generation(Projection<?> projection) {
        return Objects.requireNonNull(live.get(projection.name()), "a model that was not opened");
    }

    public <D extends Record> GenerationStore<D> of(Projection<D> projection) {
        return new GenerationStore<>(database, projection, generation(projection), BulkWriter.UNORDERED);
    }
}
