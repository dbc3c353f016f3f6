package io.shiporskip.query.projecting.asof;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.Skipping;
import io.shiporskip.query.projecting.store.BulkWriter;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkpoints of one projection in one revision. */
final class CheckpointStore<D extends Record> {

    static final String MANIFESTS = "checkpoints.";
    static final String CHUNKS = "checkpoint-chunks.";

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointStore.class);

    private final String owner;
    private final ChunkForm<D> form;
    private final MongoCollection<BsonDocument> manifests;
    private final Chunks<D> chunks;
    private final BulkWriter writer;

    CheckpointStore(MongoDatabase database, Projection<D> projection, BulkWriter writer) {
        this.owner = owner(projection);
        this.form = new ChunkForm<>(projection.form());
        this.manifests = database.getCollection(MANIFESTS + owner, BsonDocument.class);
        this.chunks = new Chunks<>(database.getCollection(CHUNKS + owner, BsonDocument.class), form, writer);
        this.writer = writer;
    }

    static String owner(Projection<?> projection) {
        String revision = projection.name() + "@" + projection.revision();
        return projection instanceof Skipping<?> skipping ? revision + skipping.edition() : revision;
    }

    /** Keeps a state: first its documents, then, alone, the manifest that makes them a checkpoint. */
    void save(PastState<D> state) {
        var cutter = new Chunk.Cutter();
        for (Folded<D> document : state.inOrder()) {
            cutter.add(document.id(), form.canonical(document));
        }
        List<Chunk> cut = cutter.end();
        chunks.write(cut);
        var manifest = new Manifest(
                owner,
                state.position(),
                state.documents().size(),
                cut.stream().map(Chunk::hash).toList());
        var sameOne = new BsonDocument("_id", new BsonInt64(state.position()));
        writer.write(
                manifests,
                List.of(new ReplaceOneModel<>(sameOne, manifest.write(), new ReplaceOptions().upsert(true))));
    }

    /**
     * The last whole checkpoint that is not later than a position; null without one. Those that are not whole are taken
     * away on the way, so that they are made again.
     */
    @Nullable PastState<D> latest(long atMost) {
        BsonDocument stored = last(atMost);
        while (stored != null) {
            try {
                return load(stored);
            } catch (MongoException away) {
                throw away;
            } catch (RuntimeException damaged) {
                LOG.warn(
                        "The checkpoint of {} at {} is passed over and made again: {}",
                        owner,
                        Manifest.position(stored),
                        damaged.toString());
                discard(stored);
                stored = last(atMost);
            }
        }
        return null;
    }

    /** Where there are checkpoints, whole or not. */
    NavigableSet<Long> positions() {
        var positions = new TreeSet<Long>();
        manifests
                .find(Filters.gte("_id", 0L))
                .projection(Projections.include("_id"))
                .forEach(stored -> positions.add(Manifest.position(stored)));
        return positions;
    }

    private @Nullable BsonDocument last(long atMost) {
        return manifests
                .find(Filters.lte("_id", atMost))
                .sort(Sorts.descending("_id"))
                .limit(1)
                .first();
    }

    private PastState<D> load(BsonDocument stored) {
        Manifest manifest = Manifest.read(stored, owner);
        var documents = new HashMap<String, Folded<D>>();
        for (Folded<D> document : chunks.read(manifest.chunks())) {
            documents.put(document.id(), document);
        }
        if (documents.size() != manifest.count()) {
            throw new DamagedCheckpointException("it holds " + documents.size() + " documents");
        }
        return new PastState<>(manifest.position(), documents);
    }

    /** Its chunks stay: others may share them. A damaged one goes when it is found. */
    private void discard(BsonDocument stored) {
        manifests.deleteOne(Filters.eq("_id", stored.get("_id")));
    }
}
