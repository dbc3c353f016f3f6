package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** What is left of a find. Nothing is read ahead but one document, which tells whether anything is left at all. */
final class FindCursor extends AbstractCursor {

    static final int DEFAULT_BATCH = 1_000;
    private static final int MOST_BYTES = 8 << 20;

    private final MVStore store;
    private final Documents documents;
    private final UnaryOperator<List<Document>> projection;
    private long left;
    private long toSkip;
    private @Nullable Document ahead;
    private boolean started;

    /** A limit of 0 is none. */
    FindCursor(
            long id,
            MVStore store,
            Documents documents,
            int skip,
            int limit,
            UnaryOperator<List<Document>> projection) {
        super(id);
        this.store = store;
        this.documents = documents;
        this.projection = projection;
        this.left = limit > 0 ? limit : Long.MAX_VALUE;
        this.toSkip = skip;
    }

    @Override
    public synchronized boolean isEmpty() {
        return started && ahead == null;
    }

    @Override
    public List<Document> takeDocuments(int number) {
        return take(number > 0 ? number : DEFAULT_BATCH, MOST_BYTES);
    }

    List<Document> takeAll() {
        return take(Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    private synchronized List<Document> take(int number, long mostBytes) {
        List<Document> batch = new ArrayList<>();
        MVStore.TxCounter pages = store.registerVersionUsage();
        try {
            start();
            for (long bytes = 0; ahead != null && batch.size() < number && bytes < mostBytes; advance()) {
                batch.add(ahead);
                bytes += documents.lastSize();
            }
        } finally {
            documents.rest();
            store.deregisterVersionUsage(pages);
        }
        return projection.apply(batch);
    }

    private void start() {
        if (!started) {
            started = true;
            advance();
            for (; toSkip > 0 && ahead != null; toSkip--) {
                left++;
                advance();
            }
        }
    }

    private void advance() {
        ahead = left > 0 ? documents.next() : null;
        left--;
    }
}
