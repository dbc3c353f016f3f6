package io.shiporskip.log.read;

import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.metrics.LogMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Follows the log from a position, forever: each event once, in order, none skipped. For one thread.
 *
 * <p>Appends of this process wake it at once; those of others are found by a change stream where a {@link LogHub} has
 * one, else by asking, every few milliseconds while the log grows and ever more seldom, down to every 50 ms, while it
 * does not. While it is behind, the next stretch is fetched as its caller works on the last one. At a missing position it
 * stops and waits: that is counted and logged.
 */
public final class LogFollower implements AutoCloseable {

    /** Of one that has a hub: nobody wakes it when it is closed. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(50);

    private final TailPoll log;
    private final Optional<LogHub> hub;
    private boolean servedByHub;
    private volatile long position;
    private volatile boolean closed;

    /**
     * One that reads by itself; {@link LogHub#follow} makes one that shares.
     *
     * @param after the position of the last event that is known already; 0 to start from the beginning
     */
    public LogFollower(LogReader reader, LogWakeUp wakeUp, long after) {
        this(new TailPoll(reader, wakeUp, LogMetrics.none()), Optional.empty(), after);
    }

    LogFollower(TailPoll log, Optional<LogHub> hub, long after) {
        this.log = log;
        this.hub = hub;
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
            events = read(limit);
        }
        if (!events.isEmpty()) {
            position = events.getLast().position();
        }
        return events;
    }

    /** The position of the last event that was handed out. */
    public long position() {
        return position;
    }

    /** How often a position was missing although the log goes on behind it. */
    public long stalls() {
        return hub.map(LogHub::stalls).orElse(0L) + log.stalls();
    }

    /** Ends a waiting {@link #next} within 50 ms. */
    @Override
    public void close() {
        closed = true;
        hub.ifPresent(shared -> shared.left(this));
    }

    private List<StoredEvent> read(int limit) throws InterruptedException {
        Optional<List<StoredEvent>> shared = hub.flatMap(it -> it.after(position, limit));
        servedByHub = shared.isPresent();
        return shared.isPresent() ? shared.get() : log.read(position, limit);
    }

    private void pause(Duration left) throws InterruptedException {
        Duration soon = left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT;
        if (hub.isEmpty()) {
            log.pause(position, left);
        } else if (servedByHub) {
            hub.get().await(position, soon);
        } else {
            // Behind what the hub keeps: the hub, which is further on, would not let it wait at all.
            log.pause(position, soon);
        }
    }
}
