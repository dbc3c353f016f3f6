package io.shiporskip.mongo.embedded;

import org.h2.mvstore.MVStore;

/**
 * Keeps the file within a small multiple of what lives in it: chunks that are mostly dead are written again together
 * with others, half as much as was written, so that their space can be reused.
 */
final class Housekeeping {

    private static final int WANTED_FILL_PERCENT = 50;

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

    /** To be called after every sync, by whoever commits: what it frees is only reused after the next. */
    void afterSync() {
        if (written >= everyBytes) {
            store.compact(WANTED_FILL_PERCENT, (int) Math.min(written / 2, Integer.MAX_VALUE));
            written = 0;
        }
    }
}
