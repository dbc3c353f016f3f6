package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
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
    private final UnaryOperator<Found> projection;
    private long left;
    private long toSkip;
    private @Nullable Found ahead;
    private boolean started;

    /** A limit of 0 is none. */
    FindCursor(long id, MVStore store, Documents documents, int skip, int limit, UnaryOperator<Found> projection) {
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
    public FoundDocuments takeDocuments(int number) {
        return take(number > 0 ? number : DEFAULT_BATCH, MOST_BYTES);
    }

    FoundDocuments takeAll() {
        return take(Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    private synchronized FoundDocuments take(int number, long mostBytes) {
        List<Found> batch = new ArrayList<>();
        MVStore.TxCounter pages = store.registerVersionUsage();
        try {
            start();
            for (long bytes = 0; ahead != null && batch.size() < number && bytes < mostBytes; advance()) {
                batch.add(projection.apply(ahead));
                bytes += ahead.bytes().length;
            }
        } finally {
            documents.rest();
            store.deregisterVersionUsage(pages);
        }
        return new FoundDocuments(batch);
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
