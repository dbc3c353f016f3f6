package io.shiporskip.log.append;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The commits that wait to be sent, in order, bounded in number and in bytes; it cuts them into blocks. No two events
 * of one block share an id or a place in a stream, for no server checks that inside one document: the later of two
 * rivals keeps its turn for the next block, where the index decides.
 */
final class CommitQueue {

    /** A stream's load reads whole blocks: these bounds keep it cheap. One larger commit makes a block alone. */
    static final int BLOCK_COMMITS = 256;

    static final int BLOCK_BYTES = 256_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<PendingCommit> waiting = new ArrayDeque<>();
    private final int maxCommits;
    private final long maxBytes;
    private long bytes;
    private boolean closed;

    CommitQueue(int maxCommits, long maxBytes) {
        this.maxCommits = maxCommits;
        this.maxBytes = maxBytes;
    }

    /** @return false when there was no room within {@code nanos}, or the queue is closed */
    boolean offer(PendingCommit commit, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (!closed && (waiting.size() >= maxCommits || bytes + commit.bytes() > maxBytes)) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            if (closed) {
                return false;
            }
            waiting.addLast(commit);
            bytes += commit.bytes();
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a commit is there.
     *
     * @return false when there was none within {@code nanos}, or the queue is closed and drained
     */
    boolean awaitCommit(long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** The next block's commits, claimed, of those that are there now; empty when none still waits. */
    List<PendingCommit> takeWaiting() {
        lock.lock();
        try {
            List<PendingCommit> block = cutBlock();
            changed.signalAll();
            return block;
        } finally {
            lock.unlock();
        }
    }

    private List<PendingCommit> cutBlock() {
        List<PendingCommit> block = new ArrayList<>();
        List<PendingCommit> rivals = new ArrayList<>();
        CommitKeys keys = new CommitKeys();
        int size = 0;
        while (!waiting.isEmpty() && block.size() < BLOCK_COMMITS && rivals.size() < BLOCK_COMMITS) {
            PendingCommit next = waiting.getFirst();
            if (!block.isEmpty() && size + next.bytes() > BLOCK_BYTES) {
                break;
            }
            waiting.removeFirst();
            if (!keys.add(next.commit())) {
                rivals.add(next);
                continue;
            }
            bytes -= next.bytes();
            if (next.claim()) {
                block.add(next);
                size += next.bytes();
            }
        }
        rivals.reversed().forEach(waiting::addFirst);
        return block;
    }

    int commits() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more commits; what is queued can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
