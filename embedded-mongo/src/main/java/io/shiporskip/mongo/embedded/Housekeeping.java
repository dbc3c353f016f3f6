package io.shiporskip.mongo.embedded;

import java.util.concurrent.locks.Lock;
import org.h2.mvstore.MVStore;

/**
 * Keeps the file within a small multiple of what lives in it: chunks that are mostly dead are written again together
 * with others, in proportion to what was written, so that their space can be reused.
 */
final class Housekeeping {

    static final long EVERY_BYTES = 4 << 20;
    private static final int MOST_BYTES_AT_ONCE = 2 << 20;
    private static final int WANTED_FILL_PERCENT = 70;

    private final MVStore store;
    private final long everyBytes;
    private long written;

    Housekeeping(MVStore store, long everyBytes) {
        this.store = store;
        this.everyBytes = everyBytes;
    }

    /** To be called before every commit. */
    void beforeCommit() {
        written += store.getUnsavedMemory();
    }

    /** To be called after every sync, on the thread that commits: what it frees is only reused after the next. */
    void afterSync(Lock exclusive) {
        if (written < everyBytes) {
            return;
        }
        written = 0;
        exclusive.lock();
        try {
            store.compact(WANTED_FILL_PERCENT, MOST_BYTES_AT_ONCE);
        } finally {
            exclusive.unlock();
        }
    }
}
