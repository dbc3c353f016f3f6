package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.io.IOException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FileUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One opened store with all that answers from it. After a failure it answers no write; a new one is opened instead. */
final class Engine implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Engine.class);
    private static final String SUFFIX = ".mv.db";
    private static final int CACHE_MEGABYTES = 64;
    private static final int PAGE_BYTES = 4096;

    /**
     * The header of the file may be 20 versions old, and the way to the newest chunk leads from there. So no chunk may be
     * overwritten that was needed within the last 20 versions, or a power failure could make the file open at an old end.
     */
    private static final int VERSIONS_TO_KEEP = 30;

    private final MVStore store;
    private final HeadMarker marker;
    private final GroupCommit commits;
    private final DurableBackend backend;

    private Engine(MVStore store, HeadMarker marker, Scans scans, long compactEveryBytes) {
        this.store = store;
        this.marker = marker;
        this.commits = new GroupCommit(store, marker, new Housekeeping(store, compactEveryBytes));
        this.backend = new DurableBackend(store, commits, scans);
    }

    /**
     * Opens the store in this file.
     *
     * @param file its name ends in {@value #SUFFIX}
     *
     * @throws MVStoreException when the file is in use or cannot be read or written
     * @throws DataFolderException when it is damaged
     */
    static Engine open(String file, Scans scans, long compactEveryBytes) {
        HeadMarker marker = null;
        MVStore store = null;
        try {
            boolean exists = FileUtils.exists(file) && FileUtils.size(file) > 0;
            marker = HeadMarker.open(markerOf(file), exists);
            if (exists) {
                checkReaches(file, marker.marked());
            } else if (marker.marked() > 0) {
                throw new DataFolderException(file + " is missing or empty, but reached version " + marker.marked()
                        + " before. Nothing has been changed.");
            }
            store = builder(file).open();
            // every commit is synced before the next, so what an older one freed is free
            store.setRetentionTime(0);
            store.setVersionsToKeep(VERSIONS_TO_KEEP);
            Engine engine = new Engine(store, marker, scans, compactEveryBytes);
            TailCheck.check(store, engine.backend);
            store.sync();
            engine.commits.start();
            return engine;
        } catch (IOException e) {
            discard(store, marker);
            throw new DataFolderException(file + " cannot be opened: " + e, e);
        } catch (RuntimeException e) {
            discard(store, marker);
            throw e;
        }
    }

    /** Looks first without touching anything: an ordinary opening would drop a damaged end and go on before it. */
    private static void checkReaches(String file, long marked) {
        try (MVStore look = builder(file).readOnly().open()) {
            if (look.getCurrentVersion() < marked) {
                throw new DataFolderException(file + " is damaged: it ends at version " + look.getCurrentVersion()
                        + " but reached " + marked + " before. It has not been changed.");
            }
        }
    }

    private static MVStore.Builder builder(String file) {
        return new MVStore.Builder()
                .fileName(OrderedFile.name(file))
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES)
                .pageSplitSize(PAGE_BYTES);
    }

    private static void discard(@Nullable MVStore store, @Nullable HeadMarker marker) {
        if (store != null) {
            store.closeImmediately();
        }
        if (marker != null) {
            try {
                marker.close();
            } catch (IOException e) {
                log.warn("the marker could not be closed: {}", e.toString());
            }
        }
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

    /**
     * Writes a new store with all that had been acknowledged when this was called, and perhaps a little more.
     *
     * @throws NotDurableException when what is copied cannot be put on disk here
     */
    void copyTo(String file, BackupProgress progress) throws IOException, NotDurableException {
        long[] upTo = new long[1];
        try (StoreCopy copy = commits.alone(number -> {
                    upTo[0] = number;
                    return new StoreCopy(store);
                });
                MVStore target = builder(file).open()) {
            commits.awaitDurable(upTo[0]);
            copy.into(target, progress);
            target.sync();
            try (HeadMarker reached = HeadMarker.open(markerOf(file), false)) {
                reached.mark(target.getCurrentVersion());
            }
        }
    }

    private static String markerOf(String file) {
        return file.substring(0, file.length() - SUFFIX.length()) + ".head";
    }

    long syncs() {
        return commits.syncs();
    }

    /** Lets go of the file without writing anything more. */
    void abandon() {
        commits.fail(new IllegalStateException("the store is being opened anew"));
        commits.close();
        discard(store, marker);
    }

    @Override
    public void close() {
        commits.close();
        if (commits.failure() == null) {
            backend.close();
        }
        discard(store, marker);
    }
}
