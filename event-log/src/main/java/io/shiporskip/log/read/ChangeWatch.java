package io.shiporskip.log.read;

import com.mongodb.MongoInterruptedException;
import io.shiporskip.log.LogWakeUp;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes on to {@link LogWakeUp} what the server tells of the log's growth, where it tells. While nothing can be heard,
 * readers are told so and poll; a feed that breaks is opened anew.
 */
final class ChangeWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** A feed that could be heard for so long has worked; when it breaks, that is a new fault. */
    static final Duration WORKED = Duration.ofSeconds(10);

    private final Changes changes;
    private final LogWakeUp wakeUp;
    private final LongSupplier clock;
    private Duration pause = FIRST_PAUSE;
    private @Nullable Thread thread;
    private volatile boolean closed;

    ChangeWatch(Changes changes, LogWakeUp wakeUp) {
        this(changes, wakeUp, System::nanoTime);
    }

    /** @param clock in nanoseconds, from anywhere */
    ChangeWatch(Changes changes, LogWakeUp wakeUp, LongSupplier clock) {
        this.changes = changes;
        this.wakeUp = wakeUp;
        this.clock = clock;
    }

    synchronized void start() {
        if (thread == null && !closed) {
            thread = Thread.ofVirtual().name("event-log-changes").start(this::run);
        }
    }

    private void run() {
        boolean known = false;
        try {
            while (!closed) {
                try {
                    if (!known && !changes.available()) {
                        LOG.info("The log's server tells nothing of growth (no replica set): its readers poll");
                        return;
                    }
                    known = true;
                    listen();
                } catch (MongoInterruptedException e) {
                    return;
                } catch (RuntimeException e) {
                    LOG.warn("The change stream on the log broke, its readers poll until it is back: {}", e.toString());
                    Thread.sleep(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private void listen() {
        try (Changes.Feed feed = changes.open()) {
            wakeUp.hearsAll(true);
            long opened = clock.getAsLong();
            while (!closed) {
                OptionalLong position = feed.next();
                if (clock.getAsLong() - opened >= WORKED.toNanos()) {
                    pause = FIRST_PAUSE;
                }
                if (position.isPresent()) {
                    wakeUp.appended(position.getAsLong());
                }
            }
        } finally {
            wakeUp.hearsAll(false);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
