package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;

/** Answers of {@code find} and {@code getMore}: a batch, and the cursor for what is left, or 0. */
final class CursorAnswer {

    private CursorAnswer() {}

    static Document first(String namespace, QueryResult result) {
        return answer(namespace, "firstBatch", result);
    }

    static Document next(String namespace, QueryResult result) {
        return answer(namespace, "nextBatch", result);
    }

    private static Document answer(String namespace, String batch, QueryResult result) {
        Document cursor = new Document("id", result.getCursorId())
                .append("ns", namespace)
                .append(batch, result.collectDocuments());
        Document answer = new Document("cursor", cursor);
        Utils.markOkay(answer);
        return answer;
    }
}
