package io.shiporskip.query.projecting.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** One document a generation: how far it is. Written alone, only after its documents were. */
public final class ProgressStore {

    private final MongoCollection<BsonDocument> collection;
    private final BulkWriter writer;

    public ProgressStore(MongoDatabase database, BulkWriter writer) {
        this.collection = database.getCollection("projection-progress", BsonDocument.class);
        this.writer = writer;
    }

    /** Those that exist, by generation. */
    public Map<String, GenerationProgress> of(Collection<Generation> generations) {
        var found = new HashMap<String, GenerationProgress>();
        List<String> ids = generations.stream().map(Generation::toString).toList();
        collection.find(Filters.in("_id", ids)).forEach(document -> found.put(id(document), read(document)));
        return found;
    }

    /** Where a generation is, which is 0 when it is new; a stop is forgotten, so that it is tried again. */
    public long open(Generation generation) {
        collection.updateOne(
                Filters.eq("_id", generation.toString()),
                Updates.combine(Updates.setOnInsert("position", new BsonInt64(0)), Updates.unset("stopped")),
                new UpdateOptions().upsert(true));
        GenerationProgress progress = of(List.of(generation)).get(generation.toString());
        return progress == null ? 0 : progress.position();
    }

    /**
     * Moves generations forward.
     *
     * @throws OvertakenException when one of them was not where it was thought to be
     */
    public void advance(Collection<Advance> advances) {
        List<WriteModel<BsonDocument>> writes =
                advances.stream().map(ProgressStore::model).toList();
        if (!writes.isEmpty() && !Bulk.allHit(writer, collection, writes)) {
            throw new OvertakenException("Somebody else moved one of " + advances);
        }
    }

    public void stop(Generation generation, Stop stop) {
        var why = new BsonDocument("position", new BsonInt64(stop.position()))
                .append("reason", new BsonString(stop.reason()));
        collection.updateOne(Filters.eq("_id", generation.toString()), Updates.set("stopped", why));
    }

    public void forget(Generation generation) {
        collection.deleteOne(Filters.eq("_id", generation.toString()));
    }

    private static WriteModel<BsonDocument> model(Advance advance) {
        return new UpdateOneModel<>(
                new BsonDocument("_id", new BsonString(advance.generation().toString()))
                        .append("position", new BsonInt64(advance.from())),
                Updates.set("position", new BsonInt64(advance.to())));
    }

    private static String id(BsonDocument document) {
        return document.getString("_id").getValue();
    }

    private static GenerationProgress read(BsonDocument document) {
        long position = document.getNumber("position").longValue();
        if (!document.isDocument("stopped")) {
            return new GenerationProgress(position, null);
        }
        BsonDocument stopped = document.getDocument("stopped");
        return new GenerationProgress(
                position,
                new Stop(
                        stopped.getNumber("position").longValue(),
                        stopped.getString("reason").getValue()));
    }
}
