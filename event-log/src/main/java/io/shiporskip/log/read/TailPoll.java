package io.shiporskip.log.read;

import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.metrics.LogMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the server for what comes next, again and again: at once when told that the log grew, else every few milliseconds
 * while it grows and ever more seldom while it does not. For one thread.
 */
final class TailPoll {

    private static final Logger LOG = LoggerFactory.getLogger(TailPoll.class);
    private static final Duration BUSY = Duration.ofMillis(2);
    private static final Duration IDLE = Duration.ofMillis(50);

    /** Where the server tells of every growth; asked all the same now and then, since a word may get lost. */
    private static final Duration TOLD = Duration.ofSeconds(1);

    /** So many empty answers in a row, then the log's end is looked at: it may go on behind a missing position. */
    private static final int GAP_EVERY = 20;

    private final Prefetch log;
    private final LogReader reader;
    private final LogWakeUp wakeUp;
    private final LogMetrics metrics;
    private final AtomicLong stalls = new AtomicLong();
    private Duration pause = BUSY;
    private long stalledAt = -1;
    private int empty = GAP_EVERY - 2;

    TailPoll(LogReader reader, LogWakeUp wakeUp, LogMetrics metrics) {
        this.log = new Prefetch(reader);
        this.reader = reader;
        this.wakeUp = wakeUp;
        this.metrics = metrics;
    }

    /** The events after {@code position}; empty when there are none, or the next position is missing. */
    List<StoredEvent> read(long position, int limit) throws InterruptedException {
        List<StoredEvent> events;
        try {
            events = log.after(position, limit);
        } catch (LogGapException gap) {
            noteStall(position);
            return List.of();
        }
        if (events.isEmpty()) {
            lookForGap(position);
        } else {
            pause = BUSY;
            empty = 0;
        }
        return events;
    }

    /** Waits until it is time to ask again. */
    void pause(long position, Duration left) throws InterruptedException {
        Duration longest = pause.compareTo(left) < 0 ? pause : left;
        if (stalledAt == position) {
            Thread.sleep(longest);
        } else {
            wakeUp.awaitBeyond(position, longest);
        }
        Duration most = wakeUp.hearsAll() ? TOLD : IDLE;
        pause = pause.multipliedBy(2).compareTo(most) < 0 ? pause.multipliedBy(2) : most;
    }

    long stalls() {
        return stalls.get();
    }

    private void lookForGap(long position) {
        empty++;
        if (empty % GAP_EVERY == 0
                && reader.head().position() > position
                && reader.after(position, 1).isEmpty()) {
            noteStall(position);
        }
    }

    private void noteStall(long position) {
        if (stalledAt != position) {
            stalledAt = position;
            stalls.incrementAndGet();
            metrics.stalled();
            LOG.error(
                    "Position {} is missing in the log, which goes on behind it: nobody here reads on until it is there."
                            + " Verify the log",
                    position + 1);
        }
    }
}
