package io.shiporskip.query.projecting.rebuild;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Leaves the processors to whoever opens a page: after each piece of work, nothing is done for half as long as it took. In
 * small pieces: a page that meets one waits for that one alone.
 */
final class Rest {

    private static final int WORK_TO_REST = 2;

    private final LongSupplier clock;
    private final LongConsumer pause;

    Rest() {
        this(System::nanoTime, LockSupport::parkNanos);
    }

    /**
     * @param clock in nanoseconds, from anywhere
     * @param pause for so many nanoseconds, or less
     */
    Rest(LongSupplier clock, LongConsumer pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** Does a piece of work, and rests; one that fails is not rested from. */
    void after(Runnable work) {
        long began = clock.getAsLong();
        work.run();
        pause.accept((clock.getAsLong() - began) / WORK_TO_REST);
    }
}
