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

    private static final Runnable NOTHING = () -> {};

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<T> items = new ArrayDeque<>();
    private Runnable callback = NOTHING;
    private @Nullable RuntimeException failure;
    private boolean closed;

    ReadAhead(int capacity) {
        this.capacity = capacity;
    }

    /** Waits for room; drops the item when this is closed. */
    void put(T item) {
        Runnable toCall = NOTHING;
        lock.lock();
        try {
            while (items.size() >= capacity && !closed) {
                changed.awaitUninterruptibly();
            }
            if (!closed) {
                toCall = items.isEmpty() ? callback : NOTHING;
                items.addLast(item);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
        toCall.run();
    }

    void fail(RuntimeException reason) {
        Runnable toCall;
        lock.lock();
        try {
            failure = reason;
            toCall = callback;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        toCall.run();
    }

    /**
     * Registers the callback, and calls it at once when there is something to take. Whether it is called is decided
     * under the lock, so it comes once for each time; it runs outside of it, for it may wait for a thread that reads.
     */
    void onAvailable(Runnable newCallback) {
        boolean available;
        lock.lock();
        try {
            callback = newCallback;
            available = !items.isEmpty() || failure != null;
        } finally {
            lock.unlock();
        }
        if (available) {
            newCallback.run();
        }
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
