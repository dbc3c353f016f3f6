package io.shiporskip.query.projecting.rebuild;

import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.follow.ThreadEnd;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads and decodes a stretch of the log on a thread of its own, a batch or two ahead of whoever folds it. Closing it waits
 * for the thread, so that nothing reads on behind the caller's back.
 */
final class ReadAhead implements AutoCloseable {

    private static final int AHEAD = 1;
    private static final long PATIENCE_MILLIS = 100;

    private final EventSource source;
    private final long target;
    private final int limit;
    private final BlockingQueue<List<RecordedEvent>> read = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;
    private long given;

    /**
     * @param after where the stretch begins
     * @param target where it ends; the log is there already
     * @param limit about how many events a batch has
     */
    ReadAhead(EventSource source, long after, long target, int limit) {
        this.source = source;
        this.target = target;
        this.limit = limit;
        this.given = after;
        this.thread = Thread.ofPlatform().name("rebuilding-reads").daemon().start(() -> run(after));
    }

    /** The next batch; empty at the end of the stretch. */
    List<RecordedEvent> next() throws InterruptedException {
        while (given < target) {
            List<RecordedEvent> batch = read.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (batch != null) {
                given = batch.getLast().position();
                return batch;
            }
            Throwable failed = failure;
            if (failed instanceof Error error) {
                throw error;
            } else if (failed instanceof RuntimeException exception) {
                throw exception;
            }
        }
        return List.of();
    }

    @Override
    public void close() {
        closed = true;
        ThreadEnd.await(thread);
    }

    private void run(long after) {
        try {
            long position = after;
            while (position < target && !closed) {
                long last = target;
                List<RecordedEvent> batch = source.after(position, (int) Math.min(limit, target - position)).stream()
                        .filter(event -> event.position() <= last)
                        .toList();
                batch.forEach(RecordedEvent::decodeAhead);
                position = batch.getLast().position();
                hand(batch);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failed) {
            failure = failed;
        }
    }

    private void hand(List<RecordedEvent> batch) throws InterruptedException {
        boolean handed = false;
        while (!handed && !closed) {
            handed = read.offer(batch, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
