package io.shiporskip.log.read;

import io.shiporskip.log.StoredEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The last stretch of the log, kept in memory for all who are near its end: a bounded number of characters, the oldest
 * forgotten first. Whoever has fallen behind it reads the log by themselves until they are within it again.
 */
final class TailRing {

    /** About 16 MB of payload and metadata. */
    private static final long MOST_CHARACTERS = 8_000_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<List<StoredEvent>> batches = new ArrayDeque<>();
    private final long mostCharacters;
    private long characters;
    private long before = Long.MAX_VALUE;
    private long last = -1;
    private @Nullable RuntimeException failure;

    TailRing() {
        this(MOST_CHARACTERS);
    }

    TailRing(long mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    /** Nothing is kept yet; what comes next follows this position. */
    void startAfter(long position) {
        lock.lock();
        try {
            before = position;
            last = position;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next events of the log, which follow the last ones given. */
    void add(List<StoredEvent> batch) {
        lock.lock();
        try {
            failure = null;
            if (batch.isEmpty()) {
                return;
            }
            batches.addLast(batch);
            characters += characters(batch);
            last = batch.getLast().position();
            while (batches.size() > 1 && characters > mostCharacters) {
                List<StoredEvent> oldest = batches.removeFirst();
                characters -= characters(oldest);
                before = oldest.getLast().position();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The log cannot be read just now; told to all who wait, until the next {@link #add}. */
    void fail(RuntimeException reason) {
        lock.lock();
        try {
            failure = reason;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What is kept after a position.
     *
     * @param limit about how many at most; the last batch read by the tail is given whole
     * @return empty when the position is behind what is kept; an empty list at the end
     * @throws RuntimeException the tail's failure, when there is nothing to give
     */
    Optional<List<StoredEvent>> after(long position, int limit) {
        lock.lock();
        try {
            if (position < before) {
                return Optional.empty();
            }
            List<StoredEvent> events = collect(position, limit);
            if (events.isEmpty() && failure != null) {
                throw failure;
            }
            return Optional.of(events);
        } finally {
            lock.unlock();
        }
    }

    private List<StoredEvent> collect(long position, int limit) {
        List<StoredEvent> events = new ArrayList<>();
        if (position >= last) {
            return events;
        }
        for (List<StoredEvent> batch : batches) {
            long first = batch.getFirst().position();
            if (batch.getLast().position() > position) {
                int from = (int) Math.max(0, position + 1 - first);
                events.addAll(batch.subList(from, batch.size()));
                if (events.size() >= limit) {
                    break;
                }
            }
        }
        return events;
    }

    /** Waits until something has been added after {@code position}, the tail failed, or time is over. */
    void await(long position, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (last <= position && failure == null && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The position of the last event kept; -1 before there is one. */
    long last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    private static long characters(List<StoredEvent> batch) {
        long sum = 0;
        for (StoredEvent event : batch) {
            sum += event.payload().length() + event.meta().length() + 200;
        }
        return sum;
    }
}
