package io.shiporskip.log.verify;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.BlockCodec;
import io.shiporskip.log.block.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.bson.RawBsonDocument;

/** Goes through the documents of the log as they are, in the order of their ids, a bounded number at a time. */
final class BlockScan {

    private static final int DOCUMENTS_AT_A_TIME = 32;
    private static final BlockCodec CODEC = new BlockCodec();

    private final MongoCollection<RawBsonDocument> blocks;
    private final long lastPosition;

    BlockScan(MongoDatabase database, long lastPosition) {
        this.blocks = Blocks.in(database, RawBsonDocument.class);
        this.lastPosition = lastPosition;
    }

    /** @param action given each document and its {@code _id} */
    void forEach(ObjLongConsumer<RawBsonDocument> action) {
        // Below 1 too: nothing belongs there, and what stands there is found.
        long seen = Long.MIN_VALUE;
        List<RawBsonDocument> documents;
        do {
            documents = blocks.find(Filters.and(Filters.gt("_id", seen), Filters.lte("_id", lastPosition)))
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
