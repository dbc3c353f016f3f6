package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import io.shiporskip.mongo.embedded.journal.Journal;
import io.shiporskip.mongo.embedded.journal.JournalDamagedException;
import io.shiporskip.mongo.embedded.journal.JournalEnd;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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

    /**
     * What was needed within the last versions is not written over, so that the version before the newest is there whole
     * when a power failure takes the newest back.
     */
    private static final int VERSIONS_TO_KEEP = 4;

    private final MVStore store;
    private final HeadMarker marker;
    private final Journal journal;
    private final GroupCommit commits;
    private final DurableBackend backend;

    private Engine(MVStore store, HeadMarker marker, Journal journal, StoreMaps maps, Scans scans, Upkeep upkeep) {
        this.store = store;
        this.marker = marker;
        this.journal = journal;
        this.commits = new GroupCommit(store, maps, marker, journal, upkeep);
        this.backend = new DurableBackend(store, maps, commits, scans);
    }

    /**
     * Opens the store in this file.
     *
     * @param file its name ends in {@value #SUFFIX}
     *
     * @throws MVStoreException when the file is in use or cannot be read or written
     * @throws DataFolderException when it is damaged
     */
    static Engine open(String file, Scans scans, Upkeep upkeep) {
        HeadMarker marker = null;
        Journal journal = null;
        MVStore store = null;
        try {
            boolean exists = FileUtils.exists(file) && FileUtils.size(file) > 0;
            marker = HeadMarker.open(beside(file, "head"), exists);
            if (exists) {
                checkReaches(file, marker);
            } else if (marker.marked() > 0) {
                throw new DataFolderException(file + " is missing or empty, but reached version " + marker.marked()
                        + " before. Nothing has been changed.");
            }
            store = builder(file, false, upkeep).open();
            // every commit is synced before the next, so what an older one freed is free
            store.setRetentionTime(0);
            store.setVersionsToKeep(VERSIONS_TO_KEEP);
            // Until the header no longer says that the file was closed well: a store that was, and then
            // written over, opens at any old end.
            store.setReuseSpace(false);
            // never by itself; but with a delay the store has threads that write pages while others are made
            store.setAutoCommitDelay(Integer.MAX_VALUE);
            StoreMaps maps = new StoreMaps(store);
            journal = Journal.open(beside(file, "journal"));
            replay(store, journal, maps);
            marker.mark(store.getCurrentVersion(), journal.end());
            Engine engine = new Engine(store, marker, journal, maps, scans, upkeep);
            TailCheck.check(store, engine.backend);
            engine.commits.start();
            return engine;
        } catch (IOException e) {
            discard(store, marker, journal);
            throw new DataFolderException(file + " cannot be opened: " + e, e);
        } catch (JournalDamagedException e) {
            discard(store, marker, journal);
            throw new DataFolderException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            discard(store, marker, journal);
            throw e;
        }
    }

    /** Makes the store what it was, puts it on disk, and lets the journal begin from there. */
    private static void replay(MVStore store, Journal journal, StoreMaps maps) throws IOException {
        Replay replay = new Replay(maps);
        journal.replay(store.getCurrentVersion(), replay);
        if (replay.changes() > 0) {
            log.info("{} changes done again that the journal kept", replay.changes());
        }
        Checkpoints.pointHeader(store);
        store.commit();
        store.sync();
        journal.begin(store.getCurrentVersion());
        journal.write(List.of());
    }

    /** Looks first without touching anything: an ordinary opening would drop a damaged end and go on before it. */
    private static void checkReaches(String file, HeadMarker marker) throws IOException {
        long marked = marker.marked();
        try (MVStore look = builder(file, true, Upkeep.LITTLE).open()) {
            if (look.getCurrentVersion() < marked) {
                throw new DataFolderException(file + " is damaged: it ends at version " + look.getCurrentVersion()
                        + " but reached " + marked + " before. It has not been changed.");
            }
            Journal.check(beside(file, "journal"), look.getCurrentVersion(), marker.markedJournal());
        }
    }

    private static MVStore.Builder builder(String file, boolean readOnly, Upkeep upkeep) {
        return new MVStore.Builder()
                .adoptFileStore(
                        StoreFile.open(file, readOnly, upkeep.cacheMegabytes(), Math.toIntExact(upkeep.pagesBytes())))
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .autoCompactFillRate(0);
    }

    private static void discard(@Nullable MVStore store, @Nullable HeadMarker marker, @Nullable Journal journal) {
        if (store != null) {
            store.closeImmediately();
        }
        for (AutoCloseable file : Stream.<@Nullable AutoCloseable>of(marker, journal)
                .filter(Objects::nonNull)
                .toList()) {
            try {
                file.close();
            } catch (Exception e) {
                log.warn("a file could not be closed: {}", e.toString());
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
        try (StoreCopy copy = commits.alone(() -> new StoreCopy(store));
                MVStore target = builder(file, false, Upkeep.LITTLE).open()) {
            commits.awaitAll();
            copy.into(target, progress);
            target.sync();
            try (HeadMarker reached = HeadMarker.open(beside(file, "head"), false)) {
                reached.mark(target.getCurrentVersion(), JournalEnd.NONE);
            }
        }
    }

    /** The name of another file that belongs to this store. */
    private static String beside(String file, String last) {
        return file.substring(0, file.length() - SUFFIX.length()) + "." + last;
    }

    long syncs() {
        return commits.syncs();
    }

    /** Lets go of the file without writing anything more. */
    void abandon() {
        commits.fail(new IllegalStateException("the store is being opened anew"));
        commits.close();
        discard(store, marker, journal);
    }

    @Override
    public void close() {
        commits.close();
        if (commits.failure() == null) {
            backend.close();
        }
        // a backup may still wait for what nobody writes any more
        commits.fail(new IllegalStateException("the store is closed"));
        discard(store, marker, journal);
    }
}
