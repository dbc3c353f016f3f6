package io.shiporskip.query.projecting.asof;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.Skipping;
import io.shiporskip.query.projecting.store.BulkWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Past states of read models, kept every so many events: immutable, and a cache that may be thrown away. A checkpoint
 * counts only with its manifest, and only while its bytes are what the manifest says.
 */
public final class Checkpoints {

    /** Events from one checkpoint to the next: half of it is what a reader folds on average. */
    public static final long EVERY = 2_500;

    private final MongoDatabase database;
    private final BulkWriter writer;
    private final long every;
    private final Map<String, CheckpointStore<?>> stores = new ConcurrentHashMap<>();

    public Checkpoints(MongoDatabase database, BulkWriter writer, long every) {
        this.database = database;
        this.writer = writer;
        this.every = every;
    }

    public long every() {
        return every;
    }

    /** The last one that is not later than a position; the empty state before everything where there is none. */
    <D extends Record> PastState<D> latest(Projection<D> projection, long atMost) {
        PastState<D> found = of(projection).latest(atMost);
        if (found == null && projection instanceof Skipping<D> skipping) {
            return latest(skipping.whole(), Math.min(atMost, skipping.first() - 1));
        }
        return found == null ? PastState.beforeEverything() : found;
    }

    <D extends Record> void save(Projection<D> projection, PastState<D> state) {
        of(projection).save(state);
    }

    public NavigableSet<Long> positions(Projection<?> projection) {
        NavigableSet<Long> positions = of(projection).positions();
        if (projection instanceof Skipping<?> skipping) {
            positions.addAll(positions(skipping.whole()).headSet(skipping.first(), false));
        }
        return positions;
    }

    /**
     * Drops the checkpoints of earlier revisions, and of this one without other events than those left out now; a later
     * program's are left alone.
     */
    void dropBefore(Projection<?> projection) {
        for (String collection : database.listCollectionNames().into(new ArrayList<>())) {
            for (String kind : List.of(CheckpointStore.MANIFESTS, CheckpointStore.CHUNKS)) {
                String prefix = kind + projection.name() + "@";
                if (collection.startsWith(prefix) && isOver(collection.substring(kind.length()), projection)) {
                    database.getCollection(collection).drop();
                }
            }
        }
    }

    private static boolean isOver(String owner, Projection<?> projection) {
        String revision = owner.substring(owner.indexOf('@') + 1);
        int end = revision.indexOf('-');
        int number = Integer.parseInt(end < 0 ? revision : revision.substring(0, end));
        return number < projection.revision()
                || (number == projection.revision() && end >= 0 && !owner.equals(CheckpointStore.owner(projection)));
    }

    /** A projection's store reads and writes documents of its form. */
    @SuppressWarnings("unchecked")
    private <D extends Record> CheckpointStore<D> of(Projection<D> projection) {
        return (CheckpointStore<D>) stores.computeIfAbsent(
                CheckpointStore.owner(projection), unseen -> new CheckpointStore<>(database, projection, writer));
    }
}
