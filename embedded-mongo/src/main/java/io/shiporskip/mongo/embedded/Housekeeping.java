package io.shiporskip.mongo.embedded;

import java.util.concurrent.locks.Lock;
import org.h2.mvstore.MVStore;

/**
 * Keeps the file within a small multiple of what lives in it: chunks that are mostly dead are written again together
 * with others, a little at a time, so that their space can be reused.
 */
final class Housekeeping {

    private static final int EVERY = 50;
    private static final int WANTED_FILL_PERCENT = 60;
    private static final int MOST_BYTES = 1 << 20;

    private final MVStore store;
    private int syncs;

    Housekeeping(MVStore store) {
        this.store = store;
    }

    /** Runs after every sync, on the thread that commits. */
    void afterSync(Lock exclusive) {
        if (++syncs % EVERY != 0) {
            return;
        }
        exclusive.lock();
        try {
            store.compact(WANTED_FILL_PERCENT, MOST_BYTES);
        } finally {
            exclusive.unlock();
        }
    }
}
