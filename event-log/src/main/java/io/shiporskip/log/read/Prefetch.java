package io.shiporskip.log.read;

import io.shiporskip.log.StoredEvent;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log in stretches, and fetches the next stretch while its caller is busy with the last one. One stretch ahead
 * at most, and none at the log's end. For one thread.
 */
final class Prefetch {

    private final LogReader reader;
    private @Nullable FutureTask<List<StoredEvent>> coming;
    private long comingAfter;
    private long blockEnd = -1;

    Prefetch(LogReader reader) {
        this.reader = reader;
    }

    /** As {@link LogReader#after}. */
    List<StoredEvent> after(long position, int limit) throws InterruptedException {
        List<StoredEvent> events = next(position, limit);
        if (!events.isEmpty()) {
            blockEnd = events.getLast().position();
            if (events.size() >= limit) {
                fetchAhead(limit);
            }
        }
        return events;
    }

    private List<StoredEvent> next(long position, int limit) throws InterruptedException {
        FutureTask<List<StoredEvent>> fetched = coming;
        coming = null;
        if (fetched != null && comingAfter == position) {
            return get(fetched);
        }
        return read(position, limit);
    }

    /** Where a block ended the next one begins, which saves looking for the block that a position is in. */
    private List<StoredEvent> read(long position, int limit) {
        return position == blockEnd ? reader.afterBlock(position, limit) : reader.after(position, limit);
    }

    private void fetchAhead(int limit) {
        long position = blockEnd;
        Callable<List<StoredEvent>> read = () -> reader.afterBlock(position, limit);
        FutureTask<List<StoredEvent>> task = new FutureTask<>(read);
        Thread.ofVirtual().name("event-log-prefetch").start(task);
        coming = task;
        comingAfter = position;
    }

    private static List<StoredEvent> get(FutureTask<List<StoredEvent>> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            throw new IllegalStateException("reading ahead failed", e);
        }
    }
}
