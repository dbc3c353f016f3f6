package io.shiporskip.log.axon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A bounded buffer between one producer and one consumer, which tells the consumer when it goes from empty to not
 * empty. When the producer fails, what it had read is still handed out; then the failure is thrown.
 */
final class ReadAhead<T> {

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<T> items = new ArrayDeque<>();
    private Runnable callback = () -> {};
    private @Nullable RuntimeException failure;
    private boolean closed;

    ReadAhead(int capacity) {
        this.capacity = capacity;
    }

    /** Waits for room; drops the item when this is closed. */
    void put(T item) {
        boolean first = false;
        lock.lock();
        try {
            while (items.size() >= capacity && !closed) {
                changed.awaitUninterruptibly();
            }
            if (!closed) {
                first = items.isEmpty();
                items.addLast(item);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
        callBack(first);
    }

    void fail(RuntimeException reason) {
        lock.lock();
        try {
            failure = reason;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        callBack(true);
    }

    /** Never under the lock: the callback may call back into the stream, from another thread and wait for it. */
    private void callBack(boolean really) {
        if (really) {
            current().run();
        }
    }

    private Runnable current() {
        lock.lock();
        try {
            return callback;
        } finally {
            lock.unlock();
        }
    }

    /** Registers the callback, and calls it at once when there is something to take. */
    void onAvailable(Runnable changedCallback) {
        boolean available;
        lock.lock();
        try {
            callback = changedCallback;
            available = !items.isEmpty() || failure != null;
        } finally {
            lock.unlock();
        }
        callBack(available);
    }

    Optional<T> peek() {
        lock.lock();
        try {
            throwFailureWhenEmpty();
            return Optional.ofNullable(items.peekFirst());
        } finally {
            lock.unlock();
        }
    }

    /** @return whether there is something to take, waiting up to {@code nanos} for it */
    boolean awaitNext(long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            throwFailureWhenEmpty();
            while (items.isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
                throwFailureWhenEmpty();
            }
            return !items.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** @throws IllegalStateException when this is closed, or the producer failed, and nothing is left */
    T take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            throwFailureWhenEmpty();
            while (items.isEmpty()) {
                if (closed) {
                    throw new IllegalStateException("the stream is closed");
                }
                changed.await();
                throwFailureWhenEmpty();
            }
            changed.signalAll();
            return items.removeFirst();
        } finally {
            lock.unlock();
        }
    }

    private void throwFailureWhenEmpty() {
        if (items.isEmpty() && failure != null) {
            throw new IllegalStateException("reading the log failed: " + failure.getMessage(), failure);
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

    void close() {
        lock.lock();
        try {
            closed = true;
            items.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
