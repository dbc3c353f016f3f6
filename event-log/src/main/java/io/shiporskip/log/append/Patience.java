package io.shiporskip.log.append;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long a writer waits for a sign of life of those before it. One that was given up and comes back was slow, not gone:
 * its way to the server is long, or a block takes long to stand. It would be given up every time, so more patience is had
 * with it, for a while. Used by one thread.
 */
final class Patience {

    /** With those of whom nothing else is known. */
    static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** However often they come back. */
    static final long MOST_NANOS = 4 * LEAST_NANOS;

    /** After so long without such a one it is half of what it was. */
    static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final int IN_VAIN = 4;

    private final LongSupplier clock;
    private long nanos = LEAST_NANOS;
    private long since;
    private Set<String> givenUp = Set.of();

    /** @param clock in nanoseconds, from anywhere */
    Patience(LongSupplier clock) {
        this.clock = clock;
    }

    /** Without a sign of life for so long others are given up. */
    long nanos() {
        return nanos;
    }

    /** However lively the others are: after so long in vain there is no line to trust. */
    long inVainNanos() {
        return IN_VAIN * nanos;
    }

    /** These were waited for in vain. */
    void gaveUp(Collection<String> writers) {
        givenUp = Set.copyOf(writers);
    }

    /** These stand in line. */
    void sees(Collection<String> writers) {
        long now = clock.getAsLong();
        if (!Collections.disjoint(givenUp, writers)) {
            nanos = Math.min(2 * nanos, MOST_NANOS);
            since = now;
            givenUp = Set.of();
        } else if (nanos > LEAST_NANOS && now - since >= KEPT_NANOS) {
            nanos /= 2;
            since = now;
        }
    }
}
