package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.exception.MongoServerException;
import io.shiporskip.mongo.embedded.journal.Changes;
import io.shiporskip.mongo.embedded.journal.Journal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Puts writes on disk: into the journal, and sync, as many writes as have come together by then. What a write changes is
 * joined to a group when it is done, or all of a document's before it is made, so no document is ever in the journal by
 * half. After a failure the store has to be opened anew.
 */
final class GroupCommit implements AutoCloseable {

    /** How often a busy store is marked; a quiet one is at once. */
    private static final long MARK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final StoreMaps maps;
    private final HeadMarker marker;
    private final Journal journal;
    private final Groups groups;
    private final Checkpoints checkpoints;
    private final ReentrantReadWriteLock applying = new ReentrantReadWriteLock();
    private final Map<String, CollectionWrites> collections = new ConcurrentHashMap<>();
    private final Thread thread;
    private final AtomicLong syncs = new AtomicLong();
    private volatile Group lastAlone = Group.done();
    private long markedAt = System.nanoTime();

    GroupCommit(MVStore store, StoreMaps maps, HeadMarker marker, Journal journal, Upkeep upkeep) {
        this.maps = maps;
        this.marker = marker;
        this.journal = journal;
        this.groups = new Groups(journal.end().start());
        this.checkpoints =
                new Checkpoints(store, upkeep, applying.writeLock(), groups::follow, groups::failure, groups::fail);
        this.thread = Thread.ofPlatform().name("embedded-mongo-commit").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
        checkpoints.start();
    }

    /**
     * Runs a write to a collection so that no document is put on disk without its entries of indexes.
     *
     * @param awaited whether somebody is going to wait for it to be on disk
     * @return what to wait for: with it, all is on disk that the write saw or changed
     */
    Group write(String collection, boolean awaited, Runnable write) {
        groups.awaitRoom();
        applying.readLock().lock();
        try {
            CollectionWrites writes = collections.computeIfAbsent(collection, ignored -> new CollectionWrites());
            return writes.inTurn(() -> joined(write, awaited, writes));
        } finally {
            applying.readLock().unlock();
        }
    }

    private Group joined(Runnable write, boolean awaited, CollectionWrites writes) {
        Recording recording = new Recording(groups::join, changes -> groups.join(changes, awaited));
        try {
            return made(write, recording, writes);
        } catch (MongoServerException e) {
            throw e;
        } catch (Throwable e) {
            // An Error as well: out of memory between a document and its index, half of it would be kept.
            // Nothing that is done by half is joined, unless the journal has it whole; who sees it learns that
            // it is not on disk.
            groups.fail(e);
            writes.endedIn(groups.join(new Changes()));
            throw e;
        }
    }

    private Group made(Runnable write, Recording recording, CollectionWrites writes) {
        try {
            maps.recording(recording, write);
        } catch (MongoServerException e) {
            // an answer: what was changed before it stands
            writes.endedIn(group(recording, writes));
            throw e;
        }
        return group(recording, writes);
    }

    /** The group that a write is in that is done. */
    private Group group(Recording recording, CollectionWrites writes) {
        Group changed = recording.end();
        if (changed != null) {
            return changed;
        }
        return maps.hasUnrecorded() ? groups.join(new Changes()) : writes.before();
    }

    /** Runs something so that no write and no checkpoint falls into it, and of which the journal does not know. */
    Group alone(Runnable write) {
        return alone(() -> {
            maps.noteUnrecorded();
            lastAlone = groups.join(new Changes());
            try {
                write.run();
            } catch (MongoServerException e) {
                // an answer
                throw e;
            } catch (Throwable e) {
                groups.fail(e);
                throw e;
            }
            return lastAlone;
        });
    }

    /** Runs something so that no write and no checkpoint falls into it. */
    <T> T alone(Supplier<T> look) {
        applying.writeLock().lock();
        try {
            return look.get();
        } finally {
            applying.writeLock().unlock();
        }
    }

    /** Waits until all is on disk that a read of this collection may have seen that has just been made. */
    void awaitShown(String collection) throws NotDurableException {
        groups.awaitDurable(lastAlone);
        CollectionWrites writes = collections.get(collection);
        if (writes != null) {
            groups.awaitDurable(writes.last());
        }
    }

    /** Waits until the writes of all collections that are done are on disk. */
    void awaitAll() throws NotDurableException {
        groups.awaitDurable(groups.join(new Changes()));
    }

    /** Waits until the writes of this group and all before it are on disk. */
    void awaitDurable(Group group) throws NotDurableException {
        groups.awaitDurable(group);
    }

    /** From now on nothing is acknowledged; all who wait are told. */
    void fail(Throwable why) {
        groups.fail(why);
    }

    @Nullable Throwable failure() {
        return groups.failure();
    }

    /** How often the disk was asked to make sure so far. */
    long syncs() {
        return syncs.get();
    }

    private void run() {
        try {
            while (groups.awaitWork()) {
                boolean busy = groups.isPending() || maps.hasUnrecorded();
                if (busy) {
                    commit();
                }
                checkpoints.after(
                        groups.follows(journal.end().start()) ? journal.end().length() : 0);
                if (!busy || System.nanoTime() - markedAt > MARK_NANOS) {
                    mark();
                }
            }
            if (failure() == null) {
                commit();
                checkpoints.close();
                putWhole(groups.take().group());
                mark();
            }
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void mark() throws IOException {
        if (failure() == null) {
            marker.mark(checkpoints.durableVersion(), journal.end());
            markedAt = System.nanoTime();
        }
    }

    private void commit() throws IOException {
        Groups.Taken taken = groups.take();
        if (maps.hasUnrecorded()) {
            putWhole(taken.group());
            return;
        }
        journal.begin(taken.start());
        journal.write(taken.group().changes());
        syncs.incrementAndGet();
        groups.written(List.of(taken.group()));
    }

    /** With something in memory that the journal does not know, the store has to be put on disk as a whole. */
    private void putWhole(Group first) {
        List<Group> all = new ArrayList<>(List.of(first));
        try {
            checkpoints.putWhole(version -> {
                all.add(groups.take().group());
                groups.follow(version);
                maps.forgetUnrecorded();
                // before the store has this version, so that there is always a file that follows it
                journal.begin(version);
                journal.write(List.of());
            });
        } catch (Throwable e) {
            fail(e);
        }
        syncs.incrementAndGet();
        groups.written(all);
    }

    /** Puts on disk what is not there yet, and stops. */
    @Override
    public void close() {
        groups.close();
        Threads.awaitEnd(thread);
        checkpoints.close();
    }
}
