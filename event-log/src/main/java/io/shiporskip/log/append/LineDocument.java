package io.shiporskip.log.append;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * The line as a document that all writers of a log share. It is written without waiting for the disk or for other members:
 * what is lost of it costs a moment's crowding and nothing else.
 */
final class LineDocument {

    private static final String ID = "line";

    /** Rather write out of turn than wait longer for it. */
    static final long TIMEOUT_MILLIS = 100;

    private final MongoCollection<Document> collection;

    /** @param timeoutMillis for one look or one change; a {@code MongoException} ends it */
    LineDocument(MongoDatabase database, long timeoutMillis) {
        this.collection = database.getCollection(Appenders.COLLECTION)
                .withReadConcern(ReadConcern.LOCAL)
                .withWriteConcern(WriteConcern.W1)
                .withTimeout(timeoutMillis, TimeUnit.MILLISECONDS);
    }

    Line read() {
        Document found = collection.find(Filters.eq("_id", ID)).first();
        return found == null
                ? Line.EMPTY
                : new Line(found.getLong("version"), found.getList("writers", String.class, List.of()));
    }

    /** @return whether it was still as it had been seen, and now is as it should be */
    boolean change(Line seen, Line to) {
        Document document =
                new Document("_id", ID).append("version", to.version()).append("writers", to.writers());
        if (seen.version() > 0) {
            return collection
                            .replaceOne(
                                    Filters.and(Filters.eq("_id", ID), Filters.eq("version", seen.version())), document)
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
