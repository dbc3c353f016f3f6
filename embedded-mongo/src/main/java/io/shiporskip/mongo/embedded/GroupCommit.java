package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.exception.MongoServerException;
import io.shiporskip.mongo.embedded.journal.Changes;
import io.shiporskip.mongo.embedded.journal.Journal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Puts writes on disk: into the journal, and sync, as many writes as have come together by then. What a write changes is
 * joined to a group only when it is done, so nothing half written is ever in the journal. The first failure is final:
 * nothing is acknowledged after it, and the store has to be opened anew.
 */
final class GroupCommit implements AutoCloseable {

    /** How long a write that nobody waits for may stay in memory, and a quiet store without its mark. */
    private static final long IDLE_MILLIS = 100;

    /** How often a busy store is marked. */
    private static final long MARK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final StoreMaps maps;
    private final HeadMarker marker;
    private final Journal journal;
    private final Checkpoints checkpoints;
    private final ReentrantReadWriteLock applying = new ReentrantReadWriteLock();
    private final Map<String, CollectionWrites> collections = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Thread thread;

    private Group filling = new Group();
    private Group writing = Group.done();
    private boolean asked;
    private long start;
    private boolean closing;
    private volatile @Nullable Throwable failure;
    private final AtomicLong syncs = new AtomicLong();
    private long markedAt = System.nanoTime();

    GroupCommit(MVStore store, StoreMaps maps, HeadMarker marker, Journal journal, Upkeep upkeep) {
        this.maps = maps;
        this.marker = marker;
        this.journal = journal;
        this.start = journal.end().start();
        this.checkpoints =
                new Checkpoints(store, upkeep, applying.writeLock(), this::follow, this::failure, this::fail);
        this.thread = Thread.ofPlatform().name("embedded-mongo-commit").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
        checkpoints.start();
    }

    /**
     * Runs a write to a collection so that none of its changes is put on disk without the others.
     *
     * @return what to wait for: with it, all is on disk that the write saw or changed
     */
    Group write(String collection, Runnable write) {
        applying.readLock().lock();
        try {
            CollectionWrites writes = writes(collection);
            return writes.write(() -> joined(write, writes));
        } finally {
            applying.readLock().unlock();
        }
    }

    private Group joined(Runnable write, CollectionWrites writes) {
        Changes changes = new Changes();
        try {
            maps.recording(changes, write);
        } catch (MongoServerException e) {
            // an answer: what was changed before it stands. After any other, what was changed may be half a write
            join(changes);
            throw e;
        }
        return changes.isEmpty() && !maps.hasUnrecorded() ? writes.before() : join(changes);
    }

    /** Runs something so that no write and no checkpoint falls into it, and of which the journal does not know. */
    Group alone(Runnable write) {
        return alone(() -> {
            maps.noteUnrecorded();
            write.run();
            return join(new Changes());
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

    private CollectionWrites writes(String collection) {
        return collections.computeIfAbsent(collection, ignored -> new CollectionWrites());
    }

    private Group join(Changes changes) {
        lock.lock();
        try {
            filling.add(changes);
            return filling;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all is on disk that a read of this collection may have seen that has just been made. */
    void awaitShown(String collection) throws NotDurableException {
        CollectionWrites writes = collections.get(collection);
        if (writes != null) {
            awaitDurable(writes.last());
        }
    }

    /** Waits until the writes of all collections that are done are on disk. */
    void awaitAll() throws NotDurableException {
        awaitDurable(join(new Changes()));
    }

    /** Waits until the writes of this group and all before it are on disk. */
    void awaitDurable(Group group) throws NotDurableException {
        lock.lock();
        try {
            if (group == filling) {
                asked = true;
                wanted.signal();
            }
        } finally {
            lock.unlock();
        }
        if (!group.awaitOnDisk()) {
            Throwable why = Objects.requireNonNull(failure);
            throw new NotDurableException("not on disk: " + NotDurableException.reason(why), why);
        }
    }

    /** From now on nothing is acknowledged; all who wait are told. */
    void fail(Throwable why) {
        lock.lock();
        try {
            if (failure == null) {
                failure = why;
            }
            writing.isOnDisk(false);
            filling.isOnDisk(false);
            wanted.signal();
        } finally {
            lock.unlock();
        }
    }

    @Nullable Throwable failure() {
        return failure;
    }

    /** How often the disk was asked to make sure so far. */
    long syncs() {
        return syncs.get();
    }

    private void run() {
        try {
            while (awaitWork()) {
                commit();
                checkpoints.after(journal.end().length());
                if (System.nanoTime() - markedAt > MARK_NANOS) {
                    mark();
                }
            }
            if (failure == null) {
                commit();
                checkpoints.close();
                putWhole();
                mark();
            }
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void mark() throws IOException {
        if (failure == null) {
            marker.mark(checkpoints.durableVersion(), journal.end());
            markedAt = System.nanoTime();
        }
    }

    private boolean awaitWork() throws InterruptedException, IOException {
        lock.lock();
        try {
            while (!closing && failure == null && !asked) {
                boolean idle = !wanted.await(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (idle && (!filling.isEmpty() || maps.hasUnrecorded())) {
                    break;
                }
                if (idle) {
                    checkpoints.after(journal.end().length());
                    mark();
                }
            }
            return !closing && failure == null;
        } finally {
            lock.unlock();
        }
    }

    private void commit() throws IOException {
        long follows = take();
        if (maps.hasUnrecorded()) {
            putWhole();
            return;
        }
        journal.begin(follows);
        journal.write(writing.changes());
        syncs.incrementAndGet();
        acknowledge(writing);
    }

    /** Takes what has come together; returns the version of the store that it follows. */
    private long take() {
        lock.lock();
        try {
            writing = filling;
            filling = new Group();
            asked = false;
            if (failure != null) {
                writing.isOnDisk(false);
                filling.isOnDisk(false);
            }
            return start;
        } finally {
            lock.unlock();
        }
    }

    /** With something in memory that the journal does not know, the store has to be put on disk as a whole. */
    private void putWhole() throws IOException {
        Group taken = writing;
        try {
            checkpoints.putWhole(version -> {
                take();
                follow(version);
                maps.forgetUnrecorded();
                // before the store has this version: once it has, nothing older may be done again
                journal.begin(version);
                journal.write(List.of());
            });
        } catch (Throwable e) {
            fail(e);
        }
        syncs.incrementAndGet();
        acknowledge(taken);
        acknowledge(writing);
    }

    /** What is joined from now on follows this version of the store. */
    private void follow(long version) {
        lock.lock();
        try {
            start = version;
        } finally {
            lock.unlock();
        }
    }

    private void acknowledge(Group group) {
        lock.lock();
        try {
            group.isOnDisk(failure == null);
        } finally {
            lock.unlock();
        }
    }

    /** Puts on disk what is not there yet, and stops. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            wanted.signal();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        checkpoints.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
