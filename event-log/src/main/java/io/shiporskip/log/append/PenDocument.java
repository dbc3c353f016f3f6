package io.shiporskip.log.append;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * The pen as a document that all writers of a log share. It is written without waiting for the disk or for other members:
 * what is lost of it costs a moment's crowding and nothing else.
 */
final class PenDocument {

    private static final String ID = "pen";

    /** Rather write without the pen than wait longer for it. */
    static final long TIMEOUT_MILLIS = 100;

    private final MongoCollection<Document> collection;

    /** @param timeoutMillis for one look or one change; a {@code MongoException} ends it */
    PenDocument(MongoDatabase database, long timeoutMillis) {
        this.collection = database.getCollection(Appenders.COLLECTION)
                .withReadConcern(ReadConcern.LOCAL)
                .withWriteConcern(WriteConcern.W1)
                .withTimeout(timeoutMillis, TimeUnit.MILLISECONDS);
    }

    PenState read() {
        Document found = collection.find(Filters.eq("_id", ID)).first();
        return found == null
                ? PenState.FREE
                : new PenState(
                        found.getLong("turn"),
                        Optional.of(found.getString("holder")).filter(holder -> !holder.isEmpty()),
                        found.getList("waiting", String.class, List.of()),
                        found.get("blockAt", 0L));
    }

    /** @return whether it was still as it had been seen, and now is as it should be */
    boolean change(PenState seen, PenState to) {
        Document document = new Document("_id", ID)
                .append("turn", to.turn())
                .append("holder", to.holder().orElse(""))
                .append("waiting", to.waiting())
                .append("blockAt", to.blockAt());
        if (seen.turn() > 0) {
            return collection
                            .replaceOne(Filters.and(Filters.eq("_id", ID), Filters.eq("turn", seen.turn())), document)
                            .getMatchedCount()
                    == 1;
        }
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }
}
