package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** One opened store with all that answers from it. After a failure it answers no write; a new one is opened instead. */
final class Engine implements AutoCloseable {

    private static final int CACHE_MEGABYTES = 64;
    private static final int PAGE_BYTES = 4096;

    private final MVStore store;
    private final GroupCommit commits;
    private final DurableBackend backend;

    private Engine(MVStore store, Scans scans) {
        this.store = store;
        this.commits = new GroupCommit(store);
        this.backend = new DurableBackend(store, commits, scans);
    }

    /**
     * Opens the store in this file.
     *
     * @throws MVStoreException when the file is damaged, in use or cannot be written
     */
    static Engine open(String file, Scans scans) {
        MVStore store = new MVStore.Builder()
                .fileName(file)
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES)
                .pageSplitSize(PAGE_BYTES)
                .open();
        // every commit is synced before the next, so what an older one freed is free
        store.setRetentionTime(0);
        store.setVersionsToKeep(1);
        Engine engine = new Engine(store, scans);
        engine.commits.start();
        return engine;
    }

    Document handle(MongoMessage message) {
        return backend.handleMessage(message);
    }

    Document handle(Channel channel, String database, String command, Document query) {
        return backend.handleCommand(channel, database, command, query);
    }

    void forget(Channel channel) {
        backend.handleClose(channel);
    }

    @Nullable Throwable failure() {
        return commits.failure();
    }

    long syncs() {
        return commits.syncs();
    }

    /** Lets go of the file without writing anything more. */
    void abandon() {
        commits.fail(new IllegalStateException("the store is being opened anew"));
        commits.close();
        store.closeImmediately();
    }

    @Override
    public void close() {
        commits.close();
        if (commits.failure() == null) {
            backend.close();
        } else {
            store.closeImmediately();
        }
    }
}
