package io.shiporskip.query.projecting.store;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import java.util.function.Supplier;
import org.bson.BsonDocument;

/**
 * The way of every write of the engine: documents and progress in bulk, all else one by one. The one place where tests let
 * a crash fall between any two of them.
 */
@FunctionalInterface
public interface BulkWriter {

    BulkWriter UNORDERED = (collection, writes) -> collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));

    /** @throws com.mongodb.MongoBulkWriteException when some were refused; the others may have been done */
    BulkWriteResult write(MongoCollection<BsonDocument> collection, List<WriteModel<BsonDocument>> writes);

    /** Carries out one write that stands alone, such as of an alias, a lease, or the dropping of a collection. */
    default <T> T alone(Supplier<T> write) {
        return write.get();
    }
}
