package io.shiporskip.query.projecting.rebuild;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How fast a filling goes, from when it was taken up, and how fast it may go. */
final class Pace {

    private static final long INTERVAL = Duration.ofMillis(250).toNanos();
    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final @Nullable Integer limit;
    private final long started = System.nanoTime();
    private long told = started;
    private long events;
    private long toldEvents;

    /** @param limit events a second at most; null for none */
    Pace(@Nullable Integer limit) {
        this.limit = limit;
    }

    void read(int more) {
        events += more;
    }

    /** Whether it is time to tell again; true once an interval. */
    boolean due() {
        long now = System.nanoTime();
        if (now - told < INTERVAL) {
            return false;
        }
        told = now;
        return true;
    }

    /** Whether events were read since they were last told of. */
    boolean isUntold() {
        return events > toldEvents;
    }

    /** Events since this was last asked. */
    long sinceTold() {
        long since = events - toldEvents;
        toldEvents = events;
        return since;
    }

    /** Events a second; null when nothing can be said yet. */
    @Nullable Long perSecond() {
        double seconds = (System.nanoTime() - started) / SECOND;
        return events == 0 || seconds <= 0 ? null : Long.valueOf(Math.round(events / seconds));
    }

    /** How many events to take at once, so that a slow pace is an even one. */
    int batch(int most) {
        return limit == null ? most : Math.clamp(limit / 4, 1, most);
    }

    /** How long to wait before more is read; nothing without a limit. */
    Duration tooFast() {
        if (limit == null) {
            return Duration.ZERO;
        }
        long due = started + (long) (events / (double) limit * SECOND);
        return Duration.ofNanos(Math.max(0, due - System.nanoTime()));
    }
}
