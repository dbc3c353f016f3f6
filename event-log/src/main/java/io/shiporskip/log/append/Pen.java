package io.shiporskip.log.append;

import com.mongodb.MongoException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several writers on one log take turns, so that their blocks do not race for the same slot. For speed and fairness
 * alone: whether a block may stand is decided by the log's own keys, and who has no pen for {@link #PATIENCE_NANOS}
 * writes without it.
 *
 * <p>A writer that meets no other never asks for it: it costs one that is alone nothing. Used by one thread.
 */
final class Pen {

    private static final Logger LOG = LoggerFactory.getLogger(Pen.class);

    /** After so long without a turn a writer writes anyway. */
    static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** All turns of all writers together, so that each has its next one before it loses patience. */
    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    /** Without meeting another writer for so long a writer is alone. */
    private static final long ALONE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long NEXT_LOOKS_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final long OTHERS_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** A change that others were quicker than is tried again so often; then the writer writes without the pen. */
    private static final int TRIES = 10;

    private final PenDocument document;
    private final String self;
    private final LongSupplier clock;
    private boolean crowded;
    private boolean holding;
    private long metAnother;
    private long turnEnds;

    /** @param clock in nanoseconds, from anywhere */
    Pen(PenDocument document, String self, LongSupplier clock) {
        this.document = document;
        this.self = self;
        this.clock = clock;
    }

    /**
     * Waits for this writer's turn, where others write as well.
     *
     * @return whether others may have written since this writer last did
     */
    boolean take() throws InterruptedException {
        if (crowded && clock.getAsLong() - metAnother > ALONE_NANOS) {
            rest();
            crowded = false;
        }
        if (!crowded) {
            return false;
        }
        if (holding && clock.getAsLong() - turnEnds < 0) {
            return false;
        }
        try {
            if (holding) {
                passOn(true);
            }
            if (!holding) {
                await();
            }
        } catch (MongoException e) {
            LOG.debug("the pen is out of reach, writing without it", e);
            holding = false;
        }
        return true;
    }

    /** Another writer's block stood where one of ours should have: there are others, and this was not our turn. */
    void metAnother() {
        crowded = true;
        holding = false;
        metAnother = clock.getAsLong();
    }

    /** Others have written since, in their turn: this writer is not alone yet. */
    void sawAnother() {
        metAnother = clock.getAsLong();
    }

    /** Nothing is left to write just now: whoever waits shall have it. */
    void rest() {
        if (!holding) {
            return;
        }
        try {
            passOn(false);
        } catch (MongoException e) {
            LOG.debug("the pen could not be passed on; others take it by themselves", e);
            holding = false;
        }
    }

    boolean isHeld() {
        return holding;
    }

    private void await() throws InterruptedException {
        long start = clock.getAsLong();
        for (int tries = 0; tries < TRIES; ) {
            PenState seen = document.read();
            boolean impatient = clock.getAsLong() - start >= PATIENCE_NANOS;
            if (seen.isHeldBy(self)) {
                begin(seen);
                return;
            } else if (seen.isFreeFor(self) || impatient) {
                PenState mine = impatient ? seen.seizedBy(self) : seen.takenBy(self);
                if (document.change(seen, mine)) {
                    begin(mine);
                    return;
                }
                tries++;
            } else if (!seen.waiting().contains(self) && document.change(seen, seen.wantedBy(self))) {
                continue;
            }
            boolean next =
                    !seen.waiting().isEmpty() && seen.waiting().getFirst().equals(self);
            TimeUnit.NANOSECONDS.sleep(next ? NEXT_LOOKS_NANOS : OTHERS_LOOK_NANOS);
        }
    }

    private void begin(PenState mine) {
        holding = true;
        if (!mine.waiting().isEmpty()) {
            metAnother = clock.getAsLong();
        }
        turnEnds = clock.getAsLong() + ROUND_NANOS / (mine.waiting().size() + 1);
    }

    private void passOn(boolean wantsMore) {
        for (int tries = 0; tries < TRIES; tries++) {
            PenState seen = document.read();
            if (!seen.isHeldBy(self)) {
                holding = false;
                return;
            }
            if (wantsMore && seen.waiting().isEmpty()) {
                begin(seen);
                return;
            }
            if (document.change(seen, seen.passedOn(self, wantsMore))) {
                holding = false;
                return;
            }
        }
        holding = false;
    }
}
