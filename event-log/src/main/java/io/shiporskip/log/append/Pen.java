package io.shiporskip.log.append;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several writers on one log take turns, so that their blocks do not race for the same slot. For speed and fairness
 * alone: whether a block may stand is decided by the log's own keys, and who has no pen for {@link #PATIENCE_NANOS}
 * writes without it. So does one that cannot reach it, or finds something else where it should be.
 *
 * <p>A writer that meets no other never asks for it: it costs one that is alone nothing. Used by one thread.
 */
final class Pen {

    private static final Logger LOG = LoggerFactory.getLogger(Pen.class);

    /** After so long without a sign of life from whoever has the pen a writer writes anyway. */
    static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** However lively the others are: after so long in vain there is no line to trust. */
    static final long MOST_NANOS = 4 * PATIENCE_NANOS;

    /** Whoever has the pen while nobody waits looks this often whether somebody does. */
    static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** Without meeting another writer for so long a writer is alone. */
    private static final long ALONE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long NEXT_LOOKS_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final long OTHERS_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** A change that others were quicker than is tried again so often; then the writer writes without the pen. */
    private static final int TRIES = 10;

    private final PenDocument document;
    private final String self;
    private final LongSupplier clock;
    private final boolean turns;
    private boolean crowded;
    private boolean holding;
    private boolean inLine;
    private PenState mine = PenState.FREE;
    private long metAnother;
    private long turnBegan;

    /**
     * @param clock in nanoseconds, from anywhere
     * @param turns whether it is ever asked for
     */
    Pen(PenDocument document, String self, LongSupplier clock, boolean turns) {
        this.document = document;
        this.self = self;
        this.clock = clock;
        this.turns = turns;
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
        if (holding && clock.getAsLong() - turnBegan < LOOK_NANOS) {
            return false;
        }
        try {
            if (holding) {
                PenState seen = document.read();
                passOn(seen, seen.blockAt());
            }
            if (!holding) {
                await();
            }
        } catch (RuntimeException e) {
            LOG.debug("the pen is out of reach, writing without it", e);
            holding = false;
        }
        return true;
    }

    /**
     * A block of this writer is about to be sent: where others wait the next one has its turn, and finds out meanwhile.
     *
     * @param position where the block begins
     */
    void sending(long position) {
        if (!holding || mine.waiting().isEmpty()) {
            return;
        }
        try {
            passOn(mine, position);
        } catch (RuntimeException e) {
            LOG.debug("the pen could not be passed on; others take it by themselves", e);
            holding = false;
        }
    }

    /** Where the block begins that this writer's first one comes after: it may still be on its way. */
    long blockAt() {
        return mine.blockAt();
    }

    /** Another writer's block stood where one of ours should have: there are others, and this was not our turn. */
    void metAnother() {
        crowded = turns;
        holding = false;
        metAnother = clock.getAsLong();
    }

    /** Others have written since, in their turn: this writer is not alone yet. */
    void sawAnother() {
        metAnother = clock.getAsLong();
    }

    /** Nothing is left to write just now: whoever waits shall have it, and this writer does not wait. */
    void rest() {
        if (!isWanted()) {
            return;
        }
        try {
            PenState seen = holding ? mine : document.read();
            for (int tries = 0; tries < TRIES && seen.concerns(self); tries++) {
                seen = document.change(seen, seen.leftBy(self)) ? PenState.FREE : document.read();
            }
        } catch (RuntimeException e) {
            LOG.debug("the pen could not be passed on; others take it by themselves", e);
        }
        holding = false;
        inLine = false;
    }

    /** Whether this writer has it or stands in line. */
    boolean isWanted() {
        return holding || inLine;
    }

    boolean isHeld() {
        return holding;
    }

    private void await() throws InterruptedException {
        long start = clock.getAsLong();
        long lastSign = start;
        long lastTurn = -1;
        inLine = true;
        for (int tries = 0; tries < TRIES; ) {
            PenState seen = document.read();
            long now = clock.getAsLong();
            if (seen.turn() != lastTurn) {
                lastSign = lastTurn < 0 ? start : now;
                lastTurn = seen.turn();
            }
            boolean impatient = now - lastSign >= PATIENCE_NANOS || now - start >= MOST_NANOS;
            if (seen.isHeldBy(self)) {
                begin(seen);
                return;
            } else if (seen.isFreeFor(self) || impatient) {
                PenState to = impatient ? seen.seizedBy(self) : seen.takenBy(self);
                if (document.change(seen, to)) {
                    begin(to);
                    return;
                }
                tries++;
            } else if (!seen.waiting().contains(self)) {
                PenState to = seen.wantedBy(self);
                if (to.waiting().contains(self) && document.change(seen, to)) {
                    lastTurn = to.turn();
                    continue;
                }
            }
            TimeUnit.NANOSECONDS.sleep(seen.isNext(self) ? NEXT_LOOKS_NANOS : OTHERS_LOOK_NANOS);
        }
    }

    private void begin(PenState state) {
        mine = state;
        holding = true;
        inLine = false;
        if (!state.waiting().isEmpty()) {
            metAnother = clock.getAsLong();
        }
        turnBegan = clock.getAsLong();
    }

    /** Gives it to whoever waits, and waits behind them; keeps it when nobody does. */
    private void passOn(PenState known, long block) {
        PenState seen = known;
        for (int tries = 0; tries < TRIES; tries++) {
            if (!seen.isHeldBy(self)) {
                break;
            }
            if (seen.waiting().isEmpty()) {
                begin(seen);
                return;
            }
            if (document.change(seen, seen.passedOn(self, true, block))) {
                inLine = true;
                break;
            }
            seen = document.read();
        }
        holding = false;
    }
}
