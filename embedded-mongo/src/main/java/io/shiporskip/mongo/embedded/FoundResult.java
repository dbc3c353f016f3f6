package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** An answer whose batch reaches the wire as it was found; the parent would wrap it and so lose its bytes. */
final class FoundResult extends QueryResult {

    private final FoundDocuments batch;

    FoundResult(FoundDocuments batch, long cursor) {
        super(batch, cursor);
        this.batch = batch;
    }

    @Override
    public List<Document> collectDocuments() {
        return batch;
    }
}
