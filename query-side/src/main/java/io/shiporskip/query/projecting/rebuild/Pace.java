package io.shiporskip.query.projecting.rebuild;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How fast a filling goes, from when it was taken up. */
final class Pace {

    private static final long INTERVAL = Duration.ofMillis(250).toNanos();
    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final long startPosition;
    private final long started = System.nanoTime();
    private long told = started;

    Pace(long startPosition) {
        this.startPosition = startPosition;
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

    /** Events a second; null when nothing can be said yet. */
    @Nullable Long perSecond(long position) {
        double seconds = (System.nanoTime() - started) / SECOND;
        return seconds <= 0 ? null : Math.round((position - startPosition) / seconds);
    }
}
