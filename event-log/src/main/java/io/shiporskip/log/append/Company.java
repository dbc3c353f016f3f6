package io.shiporskip.log.append;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whether other writers are on the log, as far as this one knows. It meets one by a slot that it lost, or by its block; one
 * that is slower at the server every time it would never meet like that, so a writer that does not rest asks now and then
 * whether somebody stands in line. Used by one thread.
 */
final class Company {

    /** Without meeting another writer for so long a writer is alone. */
    static final long ALONE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Who is alone and does not rest asks this often whether others wait. */
    static final long ASK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** In a pause of this length whoever waits has had its chance. */
    static final long REST_NANOS = Patience.MOST_NANOS;

    private final LongSupplier clock;
    private final boolean sought;
    private boolean present;
    private long met;
    private long asked;
    private long ended;

    /**
     * @param clock in nanoseconds, from anywhere
     * @param sought whether others matter at all
     */
    Company(LongSupplier clock, boolean sought) {
        this.clock = clock;
        this.sought = sought;
        this.asked = clock.getAsLong();
        this.ended = asked;
    }

    boolean isPresent() {
        return present;
    }

    /** Another writer has written, or waits. */
    void met() {
        present = sought;
        met = clock.getAsLong();
    }

    /** Whether the others have gone, which is told once. */
    boolean hasGone() {
        boolean gone = present && clock.getAsLong() - met > ALONE_NANOS;
        if (gone) {
            present = false;
        }
        return gone;
    }

    /** A block is about to be written. */
    void begin() {
        long now = clock.getAsLong();
        if (now - ended >= REST_NANOS) {
            asked = now;
        }
    }

    /**
     * A block has been written, or there was none.
     *
     * @return whether to ask now if somebody stands in line
     */
    boolean end() {
        ended = clock.getAsLong();
        boolean due = sought && !present && ended - asked >= ASK_NANOS;
        if (due) {
            asked = ended;
        }
        return due;
    }
}
