package io.shiporskip.mongo.embedded;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Puts writes on disk: commit, then sync, as many writes as have come together by then. A commit waits until no write is
 * half done, so nothing half written is ever stored; writes go on while a sync is under way. The first failure is final:
 * nothing is acknowledged after it, and the store has to be opened anew.
 */
final class GroupCommit implements AutoCloseable {

    /** How long a write that nobody waits for may stay in memory, and a quiet store without its mark. */
    private static final long IDLE_MILLIS = 100;

    /** How often a busy store is marked. */
    private static final long MARK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final MVStore store;
    private final HeadMarker marker;
    private final Housekeeping housekeeping;
    private final ReentrantReadWriteLock applying = new ReentrantReadWriteLock();
    private final AtomicLong applied = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Condition done = lock.newCondition();
    private final Thread thread;

    private long asked;
    private volatile long durable;
    private final AtomicLong syncs = new AtomicLong();
    private volatile long durableVersion;
    private volatile @Nullable Throwable failure;
    private boolean closing;
    private long markedAt = System.nanoTime();

    GroupCommit(MVStore store, HeadMarker marker, Housekeeping housekeeping) {
        this.store = store;
        this.marker = marker;
        this.housekeeping = housekeeping;
        this.durableVersion = store.getCurrentVersion();
        this.thread = Thread.ofPlatform().name("embedded-mongo-commit").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** What a write does in memory, and the number to wait for. */
    interface Write<T> {
        T apply(long number);
    }

    /** Runs a write so that no commit falls into it. Its number is given out before anything of it can be seen. */
    <T> T write(Write<T> write) {
        return locked(applying.readLock(), write);
    }

    /** Runs a write so that no other write and no commit falls into it. */
    <T> T alone(Write<T> write) {
        return locked(applying.writeLock(), write);
    }

    private <T> T locked(java.util.concurrent.locks.Lock mode, Write<T> write) {
        mode.lock();
        try {
            return write.apply(applied.incrementAndGet());
        } finally {
            mode.unlock();
        }
    }

    /** Waits until the write of this number and all before it are on disk. */
    void awaitDurable(long number) throws NotDurableException {
        if (number <= durable) {
            return;
        }
        lock.lock();
        try {
            asked = Math.max(asked, number);
            wanted.signal();
            while (number > durable && failure == null) {
                done.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        Throwable why = failure;
        if (number > durable && why != null) {
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
            done.signalAll();
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

    /** The store's version that is known to be on disk. */
    long durableVersion() {
        return durableVersion;
    }

    private void run() {
        try {
            while (awaitWork()) {
                commit();
                if (System.nanoTime() - markedAt > MARK_NANOS) {
                    mark();
                }
            }
            commit();
            mark();
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void mark() throws IOException {
        if (failure == null) {
            marker.mark(durableVersion);
            markedAt = System.nanoTime();
        }
    }

    private boolean awaitWork() throws InterruptedException, IOException {
        lock.lock();
        try {
            while (!closing && failure == null && asked <= durable) {
                boolean idle = !wanted.await(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (idle && applied.get() > durable) {
                    break;
                }
                if (idle) {
                    mark();
                }
            }
            return !closing && failure == null;
        } finally {
            lock.unlock();
        }
    }

    private void commit() {
        if (failure != null) {
            return;
        }
        long upTo = locked(applying.writeLock(), number -> {
            housekeeping.beforeCommit();
            store.commit();
            return number;
        });
        store.sync();
        syncs.incrementAndGet();
        durableVersion = store.getCurrentVersion();
        lock.lock();
        try {
            durable = upTo;
            done.signalAll();
        } finally {
            lock.unlock();
        }
        housekeeping.afterSync(applying.writeLock());
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
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
