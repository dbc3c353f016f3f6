package io.shiporskip.query.projecting.rebuild;

import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.follow.ThreadEnd;
import java.util.ArrayList;
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

    /**
     * Events read at once. An event as it was stored takes more room than what it says: of a whole batch read at once, all
     * of it would be in memory together, and make collections of garbage long.
     */
    private static final int PIECE = 1_000;

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
     * @param limit about how many events a batch has, 1 or more
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
                List<RecordedEvent> batch = batch(position);
                position = batch.getLast().position();
                hand(batch);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failed) {
            failure = failed;
        }
    }

    /** At least one event; fewer than the limit only at the end of the stretch, or when nobody wants them any more. */
    private List<RecordedEvent> batch(long after) {
        var batch = new ArrayList<RecordedEvent>();
        long position = after;
        do {
            List<RecordedEvent> piece = piece(position, Math.min(PIECE, limit - batch.size()));
            batch.addAll(piece);
            position = piece.getLast().position();
        } while (batch.size() < limit && position < target && !closed);
        return batch;
    }

    /** Events without their stored text: what they say is read. */
    private List<RecordedEvent> piece(long after, int about) {
        List<RecordedEvent> piece = source.after(after, (int) Math.min(about, target - after)).stream()
                .filter(event -> event.position() <= target)
                .toList();
        piece.forEach(RecordedEvent::decodeAhead);
        return piece;
    }

    private void hand(List<RecordedEvent> batch) throws InterruptedException {
        boolean handed = false;
        while (!handed && !closed) {
            handed = read.offer(batch, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
