package io.shiporskip.query.projecting.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import org.bson.BsonDocument;

/** What a bulk of compare-and-set writes came to. */
final class Bulk {

    private static final int DUPLICATE_KEY = 11000;

    private Bulk() {}

    /**
     * Sends inserts and replacements, each of one document.
     *
     * @return whether every one of them certainly hit; after a doubt the caller must look, since not every server counts
     *     right beside an error
     * @throws MongoBulkWriteException for any error but an insert that came second
     */
    static boolean allHit(BulkWriter writer, MongoCollection<BsonDocument> collection, List<WriteModel<BsonDocument>> all) {
        try {
            var result = writer.write(collection, all);
            return result.getMatchedCount() + result.getInsertedCount() == all.size();
        } catch (MongoBulkWriteException failure) {
            boolean onlyDuplicates = failure.getWriteConcernError() == null
                    && failure.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
            if (!onlyDuplicates) {
                throw failure;
            }
            return false;
        }
    }
}
