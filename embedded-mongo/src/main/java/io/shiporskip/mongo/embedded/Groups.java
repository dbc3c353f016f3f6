package io.shiporskip.mongo.embedded;

import io.shiporskip.mongo.embedded.journal.Changes;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where writes come together that reach the disk together: one group is being filled, at most one is being written. The
 * first failure is final: no group is on disk after it.
 */
final class Groups {

    /** How long a write that nobody waits for may stay in memory. */
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** While so much waits to be written the next write waits, too, whatever its client asks for. */
    static final long MOST_BYTES = 16 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Condition room = lock.newCondition();
    private Group filling = new Group();
    private Group taken = Group.done();
    private boolean asked;
    private boolean closing;
    private long start;
    private volatile @Nullable Throwable failure;

    /**
     * One empty group.
     *
     * @param start the version of the store that it follows
     */
    Groups(long start) {
        this.start = start;
    }

    /** A group and the version of the store that it follows. */
    record Taken(Group group, long start) {}

    /** To be called before a write, without a lock: waits while too much waits already, as when a checkpoint is overdue. */
    void awaitRoom() {
        lock.lock();
        try {
            while (filling.bytes() > MOST_BYTES && failure == null && !closing) {
                asked = true;
                wanted.signal();
                room.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Adds what a write changed that is done. */
    Group join(Changes changes) {
        return join(changes, false);
    }

    /**
     * Adds what a write changes, or is about to.
     *
     * @param awaited whether somebody is going to wait for it
     */
    Group join(Changes changes, boolean awaited) {
        lock.lock();
        try {
            filling.add(changes);
            if (awaited) {
                asked = true;
                wanted.signal();
            }
            return filling;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the writes of this group and all before it are on disk. */
    void awaitDurable(Group group) throws NotDurableException {
        lock.lock();
        try {
            if (group.equals(filling)) {
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

    /** Waits until somebody waits, or for a little while; returns whether to go on. */
    boolean awaitWork() throws InterruptedException {
        lock.lock();
        try {
            long left = IDLE_NANOS;
            while (!closing && failure == null && !asked && left > 0) {
                left = wanted.awaitNanos(left);
            }
            return !closing && failure == null;
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is anything to write, or somebody waits. */
    boolean isPending() {
        lock.lock();
        try {
            return asked || !filling.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Takes what has come together, for writing. */
    Taken take() {
        lock.lock();
        try {
            taken = filling;
            filling = new Group();
            asked = false;
            room.signalAll();
            if (failure != null) {
                taken.isOnDisk(false);
                filling.isOnDisk(false);
            }
            return new Taken(taken, start);
        } finally {
            lock.unlock();
        }
    }

    /** Whether what is joined now follows this version of the store. */
    boolean follows(long version) {
        lock.lock();
        try {
            return start == version;
        } finally {
            lock.unlock();
        }
    }

    /** What is joined from now on follows this version of the store. */
    void follow(long version) {
        lock.lock();
        try {
            start = version;
        } finally {
            lock.unlock();
        }
    }

    /** Says that groups are on disk, unless something has failed meanwhile. */
    void written(List<Group> groups) {
        lock.lock();
        try {
            groups.forEach(group -> group.isOnDisk(failure == null));
        } finally {
            lock.unlock();
        }
    }

    /** From now on nothing is acknowledged; all who wait are told. */
    void fail(Throwable why) {
        lock.lock();
        try {
            if (failure == null) {
                failure = why;
            }
            taken.isOnDisk(false);
            filling.isOnDisk(false);
            wanted.signal();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Nullable Throwable failure() {
        return failure;
    }

    /** Ends the waiting for work. */
    void close() {
        lock.lock();
        try {
            closing = true;
            wanted.signal();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
