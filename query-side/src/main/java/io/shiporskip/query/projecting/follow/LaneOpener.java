package io.shiporskip.query.projecting.follow;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.projecting.store.GenerationProgress;
import io.shiporskip.query.projecting.store.GenerationStore;
import io.shiporskip.query.projecting.store.ProgressStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Puts a generation on its way from where its progress says it is. */
public final class LaneOpener {

    private final MongoDatabase database;
    private final BulkWriter writer;
    private final ProgressStore progress;

    public LaneOpener(MongoDatabase database, BulkWriter writer) {
        this.database = database;
        this.writer = writer;
        this.progress = new ProgressStore(database, writer);
    }

    public <D extends Record> Lane<D> open(Projection<D> projection, int number) {
        return open(projection, number, List.of());
    }

    /** @param skippable events that a new generation leaves out should it be unable to fold them */
    public <D extends Record> Lane<D> open(Projection<D> projection, int number, Collection<Long> skippable) {
        var generation = new Generation(projection.name(), number);
        GenerationStore<D> store = store(projection, number);
        store.prepare(projection);
        GenerationProgress at = progress.open(generation, skippable);
        return new Lane<>(projection, generation, store, new Skips(generation, at, progress), at.position());
    }

    public <D extends Record> GenerationStore<D> store(Projection<D> projection, int number) {
        return new GenerationStore<>(database, projection, new Generation(projection.name(), number), writer);
    }

    public ProgressStore progress() {
        return progress;
    }

    /** Saves how far lanes are, which is after their documents were written. */
    public void save(Collection<? extends Lane<?>> lanes) {
        progress.advance(
                lanes.stream().flatMap(lane -> lane.takeAdvance().stream()).toList());
    }

    /** Its progress first: a generation without progress is nothing. */
    public void drop(Projection<?> projection, int number) {
        progress.forget(new Generation(projection.name(), number));
        store(projection, number).drop();
    }

    /** Drops every generation but these. */
    public void dropOthers(Projection<?> projection, Set<Integer> kept) {
        String prefix = projection.name() + "@";
        for (String collection : database.listCollectionNames().into(new ArrayList<>())) {
            if (collection.startsWith(prefix)) {
                int other = Integer.parseInt(collection.substring(prefix.length()));
                if (!kept.contains(other)) {
                    drop(projection, other);
                }
            }
        }
    }
}
