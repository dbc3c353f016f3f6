package io.shiporskip.query.projecting.follow;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.projecting.store.GenerationStore;
import io.shiporskip.query.projecting.store.ProgressStore;

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
        var generation = new Generation(projection.name(), number);
        GenerationStore<D> store = store(projection, number);
        store.prepare(projection);
        return new Lane<>(projection, generation, store, progress.open(generation));
    }

    public <D extends Record> GenerationStore<D> store(Projection<D> projection, int number) {
        return new GenerationStore<>(database, projection, new Generation(projection.name(), number), writer);
    }

    public ProgressStore progress() {
        return progress;
    }

    /** Saves how far a lane is, which is after its documents were written. */
    public void save(Lane<?> lane) {
        progress.advance(lane.takeAdvance().stream().toList());
    }

    public void drop(Projection<?> projection, int number) {
        store(projection, number).drop();
        progress.forget(new Generation(projection.name(), number));
    }

    /** Drops every generation before one. */
    public void dropBefore(Projection<?> projection, int number) {
        String prefix = projection.name() + "@";
        for (String collection : database.listCollectionNames()) {
            if (collection.startsWith(prefix)) {
                int other = Integer.parseInt(collection.substring(prefix.length()));
                if (other < number) {
                    drop(projection, other);
                }
            }
        }
    }
}
