package io.shiporskip.log.verify;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.BlockCodec;
import io.shiporskip.log.block.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;

/** Goes through the documents of the log as they are, in the order of their ids, a bounded number at a time. */
final class BlockScan {

    private static final int DOCUMENTS_AT_A_TIME = 32;
    private static final BlockCodec CODEC = new BlockCodec();

    private final MongoCollection<RawBsonDocument> blocks;
    private final long lastId;
    private final long lastPosition;

    private BlockScan(MongoCollection<RawBsonDocument> blocks, long lastId, long lastPosition) {
        this.blocks = blocks;
        this.lastId = lastId;
        this.lastPosition = lastPosition;
    }

    /**
     * A scan up to the last block that stands now. A document whose id is no position has no place in the log; those that
     * stand behind all others are named, since every reader of the log's end meets them.
     */
    static BlockScan upToNow(MongoDatabase database, Faults faults) {
        List<BsonDocument> last = Blocks.in(database, BsonDocument.class)
                .find()
                .sort(Sorts.descending("_id"))
                .limit(DOCUMENTS_AT_A_TIME)
                .projection(Projections.include("n"))
                .into(new ArrayList<>());
        long lastId = 0;
        long events = 1;
        for (BsonDocument document : last) {
            if (document.isNumber("_id")) {
                lastId = document.getNumber("_id").longValue();
                events = document.isNumber("n") ? document.getNumber("n").longValue() : 1;
                break;
            }
            String id = String.valueOf(document.get("_id"));
            faults.add(new Fault(id, 0, 0, "the document's id is not a position"));
        }
        return new BlockScan(Blocks.in(database, RawBsonDocument.class), lastId, lastId + events - 1);
    }

    /** Where the log ends, as its last block says; 0 or less when there is none. */
    long lastPosition() {
        return lastPosition;
    }

    /** About how many documents there are, at least 1: splitting them into more parts than that is of no use. */
    int most() {
        return Math.clamp(blocks.estimatedDocumentCount(), 1, Integer.MAX_VALUE);
    }

    /** @param action given each document and its {@code _id} */
    void forEach(ObjLongConsumer<RawBsonDocument> action) {
        // Below 1 too: nothing belongs there, and what stands there is found.
        long seen = Long.MIN_VALUE;
        List<RawBsonDocument> documents;
        do {
            documents = blocks.find(Filters.and(Filters.gt("_id", seen), Filters.lte("_id", lastId)))
                    .sort(Sorts.ascending("_id"))
                    .limit(DOCUMENTS_AT_A_TIME)
                    .into(new ArrayList<>());
            for (RawBsonDocument document : documents) {
                seen = document.getNumber("_id").longValue();
                action.accept(document, seen);
            }
        } while (documents.size() == DOCUMENTS_AT_A_TIME);
    }

    /** The block; empty when the document is none. */
    static Optional<Block> decoded(RawBsonDocument document) {
        try {
            return Optional.of(document.decode(CODEC));
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }
}
