package io.shiporskip.log.read;

import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.StoredEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log from a position, forever: each event once, in order, none skipped. For one thread.
 *
 * <p>Appends of this process wake it at once; those of others are found by asking where the log ends, every few
 * milliseconds while it grows and ever more seldom, down to every 50 ms, while it does not. At a missing position it
 * stops and waits: that is counted in {@link #stalls()} and logged.
 */
public final class LogFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final Duration BUSY = Duration.ofMillis(2);
    private static final Duration IDLE = Duration.ofMillis(50);

    private final LogReader reader;
    private final LogWakeUp wakeUp;
    private long position;
    private Duration pause = BUSY;
    private final AtomicLong stalls = new AtomicLong();
    private long stalledAt = -1;
    private volatile boolean closed;

    /** @param after the position of the last event that is known already; 0 to start from the beginning */
    public LogFollower(LogReader reader, LogWakeUp wakeUp, long after) {
        this.reader = reader;
        this.wakeUp = wakeUp;
        this.position = after;
    }

    /**
     * The next events.
     *
     * @param limit about how many at most, see {@link LogReader#after}
     * @param wait how long to wait for the first of them
     * @return empty when the log did not grow in that time, or this is closed
     * @throws com.mongodb.MongoException when the server does not answer; the next call goes on where this one began
     */
    public List<StoredEvent> next(int limit, Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        List<StoredEvent> events = read(limit);
        while (events.isEmpty() && !closed) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (!left.isPositive()) {
                return events;
            }
            pause(left);
            if (reader.head().position() > position) {
                events = read(limit);
                noteStall(events.isEmpty());
            }
        }
        return events;
    }

    /** The position of the last event that was handed out. */
    public long position() {
        return position;
    }

    /** How often it came to a position that is missing although the log goes on behind it. */
    public long stalls() {
        return stalls.get();
    }

    /** Ends a waiting {@link #next} within 50 ms. */
    @Override
    public void close() {
        closed = true;
    }

    private List<StoredEvent> read(int limit) {
        List<StoredEvent> events;
        try {
            events = reader.after(position, limit);
        } catch (LogGapException gap) {
            noteStall(true);
            return List.of();
        }
        if (!events.isEmpty()) {
            position = events.getLast().position();
            pause = BUSY;
        }
        return events;
    }

    private void pause(Duration left) throws InterruptedException {
        Duration longest = pause.compareTo(left) < 0 ? pause : left;
        if (stalledAt == position) {
            Thread.sleep(longest);
        } else {
            wakeUp.awaitBeyond(position, longest);
        }
        pause = pause.multipliedBy(2).compareTo(IDLE) < 0 ? pause.multipliedBy(2) : IDLE;
    }

    private void noteStall(boolean stalled) {
        if (stalled && stalledAt != position) {
            stalledAt = position;
            stalls.incrementAndGet();
            LOG.error("Position {} is missing in the log, which goes on behind it: waiting", position + 1);
        }
    }
}
