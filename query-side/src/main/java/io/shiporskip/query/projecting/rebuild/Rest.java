package io.shiporskip.query.projecting.rebuild;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Leaves the processors to whoever opens a page: while somebody does, nothing is done after each piece of work for a quarter
 * longer than it took. In small pieces: a page that meets one waits for that one alone.
 */
final class Rest {

    private final BooleanSupplier read;
    private final LongSupplier clock;
    private final LongConsumer pause;

    /** @param read whether anybody opens pages just now */
    Rest(BooleanSupplier read) {
        this(read, System::nanoTime, LockSupport::parkNanos);
    }

    /**
     * @param clock in nanoseconds, from anywhere
     * @param pause for so many nanoseconds, or less
     */
    Rest(BooleanSupplier read, LongSupplier clock, LongConsumer pause) {
        this.read = read;
        this.clock = clock;
        this.pause = pause;
    }

    /** Does a piece of work, and rests; one that fails is not rested from. */
    void after(Runnable work) {
        long began = clock.getAsLong();
        work.run();
        if (read.getAsBoolean()) {
            long worked = clock.getAsLong() - began;
            pause.accept(worked + worked / 4);
        }
    }
}
