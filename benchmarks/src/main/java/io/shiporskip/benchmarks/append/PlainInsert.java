package io.shiporskip.benchmarks.append;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.benchmarks.load.Load;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.bson.Document;

/** The same vote as a document of its own and nothing more: no order, no chain, no stream, no second index. */
final class PlainInsert implements Contender {

    static final String NAME = "one insertOne a vote";

    private final MongoCollection<Document> votes;
    private final Serializer serializer = VoteMessages.serializer();

    PlainInsert(MongoDatabase database) {
        votes = database.getCollection("plain-votes").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Load.Request next() {
        Document vote = vote();
        return () -> votes.insertOne(vote);
    }

    private Document vote() {
        var message = VoteMessages.next();
        return new Document("_id", message.getIdentifier())
                .append("aggregate", message.getAggregateIdentifier())
                .append("sequence", message.getSequenceNumber())
                .append(
                        "payload",
                        message.serializePayload(serializer, String.class).getData())
                .append(
                        "meta",
                        message.serializeMetaData(serializer, String.class).getData());
    }

    /** Makes the collection longer, off the clock. */
    void fill(long count) {
        for (long left = count; left > 0; left -= 1_000) {
            List<Document> some = new ArrayList<>();
            for (int i = 0; i < Math.min(left, 1_000); i++) {
                some.add(vote());
            }
            votes.insertMany(some);
        }
    }

    long count() {
        return votes.estimatedDocumentCount();
    }
}
