package io.shiporskip.query.projecting.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;

/** A few small records that several nodes share: each write is a compare-and-set on a version. */
public final class VersionedStore<R extends Record> {

    private final MongoCollection<BsonDocument> collection;
    private final DocumentForm<R> form;
    private final BulkWriter writer;

    public VersionedStore(MongoDatabase database, String collection, Class<R> type, BulkWriter writer) {
        this.writer = writer;
        this.collection = database.getCollection(collection, BsonDocument.class);
        this.form = new DocumentForm<>(type, "version");
    }

    public Optional<Versioned<R>> get(String id) {
        return Optional.ofNullable(collection.find(Filters.eq("_id", id)).first())
                .map(this::read);
    }

    /** Those that exist, by id. */
    public Map<String, Versioned<R>> get(Collection<String> ids) {
        var found = new HashMap<String, Versioned<R>>();
        collection.find(Filters.in("_id", ids)).forEach(document -> found.put(form.id(document), read(document)));
        return found;
    }

    /** @return the record that now stands, unless somebody else's did first */
    public Optional<Versioned<R>> create(String id, R state) {
        try {
            writer.alone(() -> collection.insertOne(form.write(id, 1, state)));
            return Optional.of(new Versioned<>(id, 1, state));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** @return the record that now stands, unless it had been changed meanwhile */
    public Optional<Versioned<R>> replace(Versioned<R> base, R state) {
        long next = base.version() + 1;
        var result = writer.alone(() ->
                collection.replaceOne(form.exactly(base.id(), base.version()), form.write(base.id(), next, state)));
        return result.getMatchedCount() == 1 ? Optional.of(new Versioned<>(base.id(), next, state)) : Optional.empty();
    }

    /** The last of them in the order of ids, the very last first. */
    public List<Versioned<R>> last(int limit) {
        return collection
                .find()
                .sort(Sorts.descending("_id"))
                .limit(limit)
                .map(this::read)
                .into(new ArrayList<>());
    }

    /** Forgets those whose id comes before one. */
    public void forgetBefore(String id) {
        writer.alone(() -> collection.deleteMany(Filters.lt("_id", id)));
    }

    private Versioned<R> read(BsonDocument document) {
        return new Versioned<>(form.id(document), form.count(document), form.state(document));
    }
}
