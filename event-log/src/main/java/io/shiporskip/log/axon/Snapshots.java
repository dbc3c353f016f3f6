package io.shiporskip.log.axon;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.shiporskip.log.append.NewEvent;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/**
 * The latest snapshot of each aggregate, beside the log: a cache that anyone may drop. The highest sequence wins,
 * whichever is written last.
 */
final class Snapshots {

    static final String COLLECTION = "snapshots";

    private final MongoCollection<Document> collection;

    Snapshots(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION)
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY);
    }

    void store(NewEvent snapshot) {
        Document document = new Document("_id", snapshot.aggregate())
                .append("type", snapshot.type())
                .append("sequence", snapshot.sequence())
                .append("id", snapshot.id())
                .append("name", snapshot.name())
                .append("revision", snapshot.revision())
                .append("time", Date.from(snapshot.time()))
                .append("payload", snapshot.payload())
                .append("meta", snapshot.meta());
        try {
            collection.replaceOne(
                    Filters.and(Filters.eq("_id", snapshot.aggregate()), Filters.lte("sequence", snapshot.sequence())),
                    document,
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // One with a higher sequence stands already.
        }
    }

    Optional<SnapshotData> of(String aggregate) {
        return Optional.ofNullable(collection.find(Filters.eq("_id", aggregate)).first())
                .map(document -> new SnapshotData(new NewEvent(
                        document.getString("id"),
                        document.getString("_id"),
                        document.getString("type"),
                        document.getLong("sequence"),
                        document.getString("name"),
                        document.getString("revision"),
                        document.getDate("time").toInstant(),
                        document.getString("payload"),
                        document.getString("meta"))));
    }
}
