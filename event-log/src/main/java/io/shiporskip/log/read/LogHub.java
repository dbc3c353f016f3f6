package io.shiporskip.log.read;

import com.mongodb.MongoInterruptedException;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.metrics.LogMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader at the log's end for all followers of a process. What it reads is kept for a while in a bounded ring, from
 * which any number of followers are served without asking the server again; one that has fallen behind reads by itself
 * and is back with the others when it has caught up. Where the server has change streams they wake it, else it polls.
 *
 * <p>Its thread starts with the first follower. Safe for any number of threads.
 */
public final class LogHub implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogHub.class);
    private static final int BATCH = 2_000;
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(100);

    private final LogReader reader;
    private final LogWakeUp wakeUp;
    private final LogMetrics metrics;
    private final ChangeWatch changes;
    private final TailRing ring = new TailRing();
    private final TailPoll poll;
    private final Map<String, Set<LogFollower>> followers = new ConcurrentHashMap<>();
    private @Nullable Thread thread;
    private volatile boolean closed;

    /**
     * @param wakeUp told of appends by this process, and by this hub of what a change stream tells
     * @param metrics told of stalls, and of how far each follower is behind
     */
    public LogHub(MongoDatabase database, LogWakeUp wakeUp, LogMetrics metrics) {
        this.reader = new LogReader(database);
        this.wakeUp = wakeUp;
        this.metrics = metrics;
        this.changes = new ChangeWatch(new MongoChanges(database), wakeUp);
        this.poll = new TailPoll(reader, wakeUp, metrics);
        metrics.gauge("event.log.hub.followers", "Followers that share this reader at the log's end", this::open);
    }

    /**
     * A follower that shares what this hub reads. It must be closed.
     *
     * @param name of its meter; one of a few that the program knows
     * @param after the position of the last event that is known already; 0 to start from the beginning
     */
    public LogFollower follow(String name, long after) {
        start();
        LogFollower follower = new LogFollower(new TailPoll(reader, wakeUp, metrics), Optional.of(this), after);
        followers.computeIfAbsent(name, this::metered).add(follower);
        return follower;
    }

    private int open() {
        return followers.values().stream().mapToInt(Set::size).sum();
    }

    private Set<LogFollower> metered(String name) {
        Set<LogFollower> named = ConcurrentHashMap.newKeySet();
        metrics.lag(
                name,
                () -> named.stream()
                        .mapToLong(follower -> Math.max(0, ring.last() - follower.position()))
                        .max()
                        .orElse(0));
        return named;
    }

    private synchronized void start() {
        if (thread == null && !closed) {
            thread = Thread.ofVirtual().name("event-log-hub").start(this::run);
            changes.start();
        }
    }

    private void run() {
        long position = -1;
        boolean failing = false;
        while (!closed) {
            try {
                if (position < 0) {
                    position = reader.head().position();
                    ring.startAfter(position);
                }
                List<StoredEvent> events = poll.read(position, BATCH);
                ring.add(events);
                failing = false;
                if (events.isEmpty()) {
                    poll.pause(position, WAIT);
                } else {
                    position = events.getLast().position();
                }
            } catch (InterruptedException | MongoInterruptedException e) {
                return;
            } catch (Throwable e) {
                // An Error as well: its followers would else wait for a reader that is no more.
                if (!failing) {
                    LOG.warn("The log cannot be read just now, its followers wait: {}", e.toString());
                    failing = true;
                }
                ring.fail(e instanceof RuntimeException ours ? ours : new IllegalStateException(e.toString(), e));
                if (!paused()) {
                    return;
                }
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    Optional<List<StoredEvent>> after(long position, int limit) {
        return ring.after(position, limit);
    }

    void await(long position, Duration left) throws InterruptedException {
        ring.await(position, left.toNanos());
    }

    long stalls() {
        return poll.stalls();
    }

    void left(LogFollower follower) {
        followers.values().forEach(named -> named.remove(follower));
    }

    /** Ends the reading; followers find nothing more here. */
    @Override
    public synchronized void close() {
        closed = true;
        changes.close();
        if (thread != null) {
            thread.interrupt();
        }
    }
}
