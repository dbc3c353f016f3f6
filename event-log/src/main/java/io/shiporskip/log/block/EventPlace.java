package io.shiporskip.log.block;

import com.mongodb.client.model.Filters;
import java.util.Collection;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/**
 * Filters for blocks that hold an event at a place in a stream. {@code $elemMatch} makes a server bound both fields of
 * the index of places at once, which it does not for two dotted fields.
 */
public final class EventPlace {

    private EventPlace() {}

    public static Bson at(String aggregate, long sequence) {
        return in(aggregate, new BsonInt64(sequence));
    }

    /** One place in each of several streams, all of the same sequence. */
    public static Bson at(Collection<String> aggregates, long sequence) {
        return Filters.elemMatch(
                "events",
                new BsonDocument(
                                "aggregate",
                                new BsonDocument(
                                        "$in",
                                        new BsonArray(aggregates.stream()
                                                .map(BsonString::new)
                                                .toList())))
                        .append("sequence", new BsonInt64(sequence)));
    }

    public static Bson from(String aggregate, long sequence) {
        return in(aggregate, new BsonDocument("$gte", new BsonInt64(sequence)));
    }

    /** @param until exclusive */
    public static Bson between(String aggregate, long from, long until) {
        return in(aggregate, new BsonDocument("$gte", new BsonInt64(from)).append("$lt", new BsonInt64(until)));
    }

    /** Written out rather than with {@code Filters.and}, whose {@code $and} not every server looks through. */
    private static Bson in(String aggregate, BsonValue sequence) {
        return Filters.elemMatch(
                "events", new BsonDocument("aggregate", new BsonString(aggregate)).append("sequence", sequence));
    }
}
