package io.shiporskip.log.append;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.Blocks;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/**
 * Asks a server that has refused a block whether it takes blocks again, without writing one: a document beside the log
 * tries the disk, and the log's last block, sent once more, tries the right to insert; all it can be is a duplicate.
 */
final class ServerProbe {

    private static final String ID = "probe";

    private final MongoDatabase database;
    private final Function<Block, Answer> insert;

    ServerProbe(MongoDatabase database, Function<Block, Answer> insert) {
        this.database = database;
        this.insert = insert;
    }

    /** Why it still takes none; empty when it does. */
    Optional<String> refusal() {
        try {
            MongoCollection<Document> beside = database.getCollection(Appenders.COLLECTION)
                    .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
            beside.replaceOne(Filters.eq("_id", ID), new Document("_id", ID), new ReplaceOptions().upsert(true));
            Block last =
                    Blocks.in(database).find().sort(Sorts.descending("_id")).first();
            return last == null ? Optional.empty() : refusal(insert.apply(last));
        } catch (MongoException e) {
            return Optional.of(e.toString());
        }
    }

    private static Optional<String> refusal(Answer answer) {
        return switch (answer) {
            case Answer.Acknowledged _, Answer.DuplicateKey _ -> Optional.empty();
            case Answer.Lasting(String reason, boolean concernsServer) ->
                concernsServer ? Optional.of(reason) : Optional.empty();
            case Answer.Unknown(String reason) -> Optional.of(reason);
        };
    }
}
