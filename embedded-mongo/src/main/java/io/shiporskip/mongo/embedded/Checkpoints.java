package io.shiporskip.mongo.embedded;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Puts the store on disk as a whole now and then, so that the journal stays short. Writes wait only while the moment is
 * taken; pages never change, so those of that moment are written while new ones are made.
 */
final class Checkpoints implements AutoCloseable {

    private static final long SELDOM_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final MVStore store;
    private final Upkeep upkeep;
    private final Housekeeping housekeeping;
    private final Lock exclusive;
    private final LongConsumer taken;
    private final Supplier<@Nullable Throwable> failure;
    private final Thread thread;

    /** Held by whoever puts the store on disk. */
    private final ReentrantLock turn = new ReentrantLock();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean asked;
    private boolean closing;

    private volatile long durableVersion;
    private volatile long doneAt = System.nanoTime();

    /**
     * Made, not started.
     *
     * @param exclusive held by nobody who has half a write done
     * @param taken is told the version of a moment, before anything else can change
     * @param failure why nothing more may be put on disk
     */
    Checkpoints(
            MVStore store,
            Upkeep upkeep,
            Lock exclusive,
            LongConsumer taken,
            Supplier<@Nullable Throwable> failure,
            Consumer<Throwable> failed) {
        this.store = store;
        this.upkeep = upkeep;
        this.housekeeping = new Housekeeping(store, upkeep.compactEveryBytes());
        this.exclusive = exclusive;
        this.taken = taken;
        this.failure = failure;
        this.durableVersion = store.getCurrentVersion();
        this.thread =
                Thread.ofPlatform().name("embedded-mongo-checkpoint").daemon().unstarted(() -> run(failed));
    }

    void start() {
        thread.start();
    }

    /** The store's version that is known to be on disk. */
    long durableVersion() {
        return durableVersion;
    }

    /** To be called when the journal has this length: starts a checkpoint when one is due, and waits when it is overdue. */
    void after(long journalLength) {
        boolean due = upkeep.isFull(journalLength, store.getUnsavedMemory())
                || (System.nanoTime() - doneAt > SELDOM_NANOS && store.hasUnsavedChanges());
        if (!due) {
            return;
        }
        lock.lock();
        try {
            asked = true;
            changed.signalAll();
            while (asked && !closing && upkeep.isOverfull(journalLength)) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run(Consumer<Throwable> failed) {
        try {
            while (awaitAsked()) {
                turn.lock();
                try {
                    checkpoint();
                } finally {
                    turn.unlock();
                    done();
                }
            }
        } catch (Throwable e) {
            failed.accept(e);
        } finally {
            end();
        }
    }

    private boolean awaitAsked() throws InterruptedException {
        lock.lock();
        try {
            while (!asked && !closing) {
                changed.await();
            }
            return !closing && failure.get() == null;
        } finally {
            lock.unlock();
        }
    }

    private void done() {
        lock.lock();
        try {
            asked = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void checkpoint() {
        long version;
        exclusive.lock();
        try {
            if (failure.get() != null) {
                return;
            }
            prepare();
            store.tryCommit();
            version = store.getCurrentVersion();
            taken.accept(version);
        } finally {
            exclusive.unlock();
        }
        store.executeFilestoreOperation(() -> {});
        store.sync();
        reached(version);
        housekeeping.afterSync();
    }

    /** What the journal does on its side before the store has its next version. */
    interface Journaling {
        void begin(long version) throws IOException;
    }

    /** Puts everything on disk while nothing changes. */
    void putWhole(Journaling journaling) throws IOException {
        turn.lock();
        exclusive.lock();
        try {
            if (failure.get() != null) {
                return;
            }
            journaling.begin(store.getCurrentVersion() + (store.hasUnsavedChanges() ? 1 : 0));
            prepare();
            store.commit();
            store.sync();
            reached(store.getCurrentVersion());
        } finally {
            exclusive.unlock();
            turn.unlock();
        }
    }

    private void reached(long version) {
        if (version > durableVersion) {
            store.setReuseSpace(true);
        }
        durableVersion = version;
        doneAt = System.nanoTime();
    }

    private void prepare() {
        housekeeping.beforeCommit();
        pointHeader(store);
    }

    /** Makes the next commit point the file's header to what it writes; without this mark the store does so now and then. */
    static void pointHeader(MVStore store) {
        store.getStoreHeader().put("clean", 1);
    }

    /** Lets the checkpoint under way end, and starts none. */
    @Override
    public void close() {
        end();
        Threads.awaitEnd(thread);
    }
}
