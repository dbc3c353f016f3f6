package io.shiporskip.query.projecting.serve;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Whether anybody reads just now: work that can wait leaves them room, and takes all there is when nobody does. */
public final class Readers {

    /** Who has just opened a page will open another. */
    private static final Duration LATELY = Duration.ofSeconds(10);

    private final LongSupplier clock;
    private volatile long last;

    public Readers() {
        this(System::nanoTime);
    }

    /** @param clock in nanoseconds, from anywhere */
    Readers(LongSupplier clock) {
        this.clock = clock;
        this.last = clock.getAsLong() - LATELY.toNanos();
    }

    /** Somebody reads. */
    public void note() {
        last = clock.getAsLong();
    }

    /** Whether somebody has read within the last ten seconds. */
    public boolean areAbout() {
        return clock.getAsLong() - last < LATELY.toNanos();
    }
}
