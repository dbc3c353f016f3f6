package io.shiporskip.log.read;

import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import io.shiporskip.log.block.Blocks;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.Document;

/** A change stream on the blocks: of each only its position and length. It tells what is majority-committed alone. */
final class MongoChanges implements Changes {

    private static final long AWAIT_MILLIS = 1_000;

    private final MongoDatabase database;

    MongoChanges(MongoDatabase database) {
        this.database = database;
    }

    /** A replica set, or a router before several of them. */
    @Override
    public boolean available() {
        Document hello = database.runCommand(new Document("hello", 1));
        return hello.containsKey("setName") || "isdbgrid".equals(hello.get("msg"));
    }

    @Override
    public Feed open() {
        MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> cursor = Blocks.in(database, BsonDocument.class)
                .watch(
                        List.of(
                                Aggregates.match(Filters.eq("operationType", "insert")),
                                Aggregates.project(
                                        Projections.include("operationType", "documentKey", "fullDocument.n"))),
                        BsonDocument.class)
                .maxAwaitTime(AWAIT_MILLIS, TimeUnit.MILLISECONDS)
                .cursor();
        return new Feed() {
            @Override
            public OptionalLong next() {
                ChangeStreamDocument<BsonDocument> change = cursor.tryNext();
                BsonDocument block = change == null ? null : change.getFullDocument();
                BsonDocument key = change == null ? null : change.getDocumentKey();
                return block == null || key == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(key.getNumber("_id").longValue()
                                + block.getNumber("n").longValue()
                                - 1);
            }

            @Override
            public void close() {
                cursor.close();
            }
        };
    }
}
