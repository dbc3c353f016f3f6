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
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/** One document a generation: how far it is. Written alone, only after its documents were. */
public final class ProgressStore {

    private static final String POSITION = "position";
    private static final String STOPPED = "stopped";
    private static final String SKIPPED = "skipped";
    private static final String SKIPPABLE = "skippable";

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

    /** How far one is; {@link GenerationProgress#NONE} for one that nobody has begun. */
    public GenerationProgress of(Generation generation) {
        return of(List.of(generation)).getOrDefault(generation.toString(), GenerationProgress.NONE);
    }

    /**
     * Where a generation is, which is 0 when it is new; a stop is forgotten, so that it is tried again.
     *
     * @param skippable events that a new one is to leave out should it be unable to fold them
     */
    public GenerationProgress open(Generation generation, Collection<Long> skippable) {
        writer.alone(() -> collection.updateOne(
                Filters.eq("_id", generation.toString()),
                Updates.combine(
                        Updates.setOnInsert(POSITION, new BsonInt64(0)),
                        Updates.setOnInsert(SKIPPABLE, positions(skippable)),
                        Updates.unset(STOPPED)),
                new UpdateOptions().upsert(true)));
        return of(generation);
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
        var why = new BsonDocument(POSITION, new BsonInt64(stop.position()))
                .append("reason", new BsonString(stop.reason()));
        update(generation, Updates.set(STOPPED, why));
    }

    /**
     * Lets a stopped generation leave out the event that it stopped at, and go on.
     *
     * @return false when it is not stopped there
     */
    public boolean allowSkip(Generation generation, long position) {
        var stoppedThere =
                Filters.and(Filters.eq("_id", generation.toString()), Filters.eq(STOPPED + "." + POSITION, position));
        var goOn = Updates.combine(Updates.addToSet(SKIPPABLE, new BsonInt64(position)), Updates.unset(STOPPED));
        return writer.alone(() -> collection.updateOne(stoppedThere, goOn)).getMatchedCount() == 1;
    }

    /** Marks a generation incomplete, before anything behind the event that it leaves out is shown. */
    public void skipped(Generation generation, long position) {
        update(generation, Updates.addToSet(SKIPPED, new BsonInt64(position)));
    }

    public void forget(Generation generation) {
        writer.alone(() -> collection.deleteOne(Filters.eq("_id", generation.toString())));
    }

    private void update(Generation generation, Bson update) {
        writer.alone(() -> collection.updateOne(Filters.eq("_id", generation.toString()), update));
    }

    private static WriteModel<BsonDocument> model(Advance advance) {
        return new UpdateOneModel<>(
                new BsonDocument("_id", new BsonString(advance.generation().toString()))
                        .append(POSITION, new BsonInt64(advance.from())),
                Updates.set(POSITION, new BsonInt64(advance.to())));
    }

    private static String id(BsonDocument document) {
        return document.getString("_id").getValue();
    }

    private static GenerationProgress read(BsonDocument document) {
        return new GenerationProgress(
                document.getNumber(POSITION).longValue(),
                document.isDocument(STOPPED) ? stop(document.getDocument(STOPPED)) : null,
                positions(document, SKIPPED),
                positions(document, SKIPPABLE));
    }

    private static Stop stop(BsonDocument stopped) {
        return new Stop(
                stopped.getNumber(POSITION).longValue(),
                stopped.getString("reason").getValue());
    }

    private static List<Long> positions(BsonDocument document, String field) {
        return document.getArray(field, new BsonArray()).stream()
                .map(position -> position.asNumber().longValue())
                .sorted()
                .toList();
    }

    private static BsonArray positions(Collection<Long> positions) {
        List<? extends BsonValue> values =
                positions.stream().map(BsonInt64::new).toList();
        return new BsonArray(values);
    }
}
