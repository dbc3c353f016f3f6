package io.shiporskip.log.start;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.EventLogSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * That a place in a stream and an event's id can be held once each: the two indexes that everything rests on are there,
 * are unique, and cover every event.
 */
final class IndexCheck {

    private static final List<BsonDocument> KEYS = List.of(
            new BsonDocument("events.aggregate", new BsonInt32(1)).append("events.sequence", new BsonInt32(1)),
            new BsonDocument("events.id", new BsonInt32(1)));

    /** With any of these an index would not hold every event, or not tell two texts apart. */
    private static final Set<String> NARROWING = Set.of("partialFilterExpression", "sparse", "collation", "hidden");

    private final MongoDatabase database;

    IndexCheck(MongoDatabase database) {
        this.database = database;
    }

    /** Refuses indexes on the log's keys that are not as they must be; none at all is fine, they will be made. */
    void refuseOthers() {
        for (BsonDocument index : indexes()) {
            if (KEYS.contains(keyOf(index)) && !isSound(index)) {
                throw new UnsoundLogException("the index "
                        + index.getString("name").getValue() + " of the collection "
                        + EventLogSchema.COLLECTION + " is not unique over all events, so the log may hold two events"
                        + " in one place: drop the index, verify the log, and start again");
            }
        }
    }

    void requireAll() {
        List<BsonDocument> sound = indexes().stream()
                .filter(IndexCheck::isSound)
                .map(IndexCheck::keyOf)
                .toList();
        for (BsonDocument key : KEYS) {
            if (!sound.contains(key)) {
                throw new UnsoundLogException("the collection " + EventLogSchema.COLLECTION + " has no unique index on "
                        + key.toJson() + ", although it was just asked for");
            }
        }
    }

    private List<BsonDocument> indexes() {
        return database.getCollection(EventLogSchema.COLLECTION)
                .listIndexes(BsonDocument.class)
                .into(new ArrayList<>());
    }

    /** Servers give the directions as any kind of number. */
    private static BsonDocument keyOf(BsonDocument index) {
        BsonDocument key = new BsonDocument();
        index.getDocument("key")
                .forEach((field, direction) -> key.append(
                        field,
                        direction.isNumber()
                                ? new BsonInt32(direction.asNumber().intValue())
                                : direction));
        return key;
    }

    private static boolean isSound(BsonDocument index) {
        return index.containsKey("unique")
                && index.getBoolean("unique").getValue()
                && NARROWING.stream().noneMatch(option -> index.containsKey(option) && !isFalse(index, option));
    }

    private static boolean isFalse(BsonDocument index, String option) {
        return index.isBoolean(option) && !index.getBoolean(option).getValue();
    }
}
