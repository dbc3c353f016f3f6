package io.shiporskip.query.projecting.store;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.Projection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/** The documents of one generation. */
public final class GenerationStore<D extends Record> {

    private static final Bson BY_ID = new BsonDocument("_id", new BsonInt32(1));

    /** Of documents of any kind: one that is bytes already is sent as it is. */
    private final MongoCollection<BsonDocument> collection;

    private final DocumentForm<D> form;
    private final BulkWriter writer;

    public GenerationStore(MongoDatabase database, Projection<D> projection, Generation generation, BulkWriter writer) {
        this.collection = database.getCollection(generation.toString(), BsonDocument.class);
        this.form = new DocumentForm<>(projection.form(), "position");
        this.writer = writer;
    }

    /** Makes the collection's indexes; those that stand are left alone. */
    public void prepare(Projection<D> projection) {
        for (List<String> fields : projection.indexes()) {
            var keys = new BsonDocument();
            fields.forEach(field -> keys.append(field, new BsonInt32(1)));
            writer.alone(() -> collection.createIndex(keys));
        }
    }

    /** The documents that exist among these ids. */
    public Map<String, Folded<D>> load(Collection<String> ids) {
        var found = new HashMap<String, Folded<D>>();
        if (!ids.isEmpty()) {
            stored(Filters.in("_id", ids)).forEach(document -> found.put(form.id(document), read(document)));
        }
        return found;
    }

    /** Position of the last event that changed any of the documents, by an index on it; 0 when there are none. */
    public long lastChange() {
        List<Folded<D>> last = find(new BsonDocument(), new BsonDocument("position", new BsonInt32(-1)), 1);
        return last.isEmpty() ? 0 : last.getFirst().position();
    }

    /** What an index finds, in order: the query must be one that {@link Projection#indexes} serves. */
    public List<Folded<D>> find(Bson query, Bson order, int limit) {
        return stored(query).sort(order).limit(limit).map(this::read).into(new ArrayList<>());
    }

    /**
     * Writes each document if it still is what it was folded from.
     *
     * @return the ids of those that were not: somebody else wrote them
     */
    public Set<String> write(Collection<Change<D>> changes) {
        if (changes.isEmpty() || Bulk.allHit(writer, collection, models(changes))) {
            return Set.of();
        }
        Map<String, Long> standing = positions(changes);
        var missed = new HashSet<String>();
        for (Change<D> change : changes) {
            Folded<D> after = change.after();
            if (standing.getOrDefault(after.id(), 0L) != after.position()) {
                missed.add(after.id());
            }
        }
        return missed;
    }

    /** Every document in the order of ids, as it lies there. The caller closes it. */
    public MongoCursor<RawBsonDocument> inOrder() {
        return stored(new BsonDocument()).sort(BY_ID).cursor();
    }

    public Folded<D> read(BsonDocument document) {
        return new Folded<>(form.id(document), form.count(document), form.state(document));
    }

    /** A document as it would lie there. */
    public BsonDocument written(Folded<D> document) {
        return form.write(document.id(), document.position(), document.state());
    }

    /** Up to {@code limit} documents in the order of ids, from after one on, as they lie there. */
    public List<BsonDocument> after(String id, int limit) {
        return stored(Filters.gt("_id", id))
                .sort(BY_ID)
                .limit(limit)
                .batchSize(limit)
                .into(new ArrayList<>());
    }

    public void drop() {
        writer.alone(() -> {
            collection.drop();
            return true;
        });
    }

    /** As bytes, which a record is read from with no tree of values between. */
    private FindIterable<RawBsonDocument> stored(Bson query) {
        return collection.find(query, RawBsonDocument.class);
    }

    private List<WriteModel<BsonDocument>> models(Collection<Change<D>> changes) {
        return changes.stream().map(this::model).toList();
    }

    private WriteModel<BsonDocument> model(Change<D> change) {
        Folded<D> after = change.after();
        BsonDocument document = form.write(after.id(), after.position(), after.state());
        return change.base() == 0
                ? new InsertOneModel<>(document)
                : new ReplaceOneModel<>(form.exactly(after.id(), change.base()), document);
    }

    private Map<String, Long> positions(Collection<Change<D>> changes) {
        List<String> ids = changes.stream().map(change -> change.after().id()).toList();
        var positions = new HashMap<String, Long>();
        stored(Filters.in("_id", ids))
                .projection(Projections.include("position"))
                .forEach(document -> positions.put(form.id(document), form.count(document)));
        return positions;
    }
}
