package io.shiporskip.log.append;

import io.shiporskip.log.LastBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several writers on one log take turns, so that their blocks do not race for the same slot. For speed and fairness
 * alone: whether a block may stand is decided by the log's own keys, and who sees no sign of life for
 * its {@link Patience} writes out of turn. So does one that cannot reach the line, or finds something else where it
 * should be.
 *
 * <p>A turn is one block, and that block passes it on: nothing but the {@link Line} is shared beside the log. A writer
 * that meets no other does not stand in it; to one that is alone it costs a look now and then, while it does not rest, so
 * that others who are slower are heard. Used by one thread.
 */
final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    /** Who is alone in line looks this often whether somebody has joined it, and who waits whether its turn has come. */
    static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** Who waits looks this often whether the line is still the same. */
    static final long OTHERS_LOOK_NANOS = Patience.LEAST_NANOS;

    /** A block that is so much late may not come: its writer may have left. */
    static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Place place;
    private final LogEnd end;
    private final LongSupplier clock;
    private final Company company;
    private final Patience patience;
    private final Pace pace = new Pace();
    private boolean outdated;
    private boolean owed;
    private long sawLine;
    private long wrote;

    /**
     * @param clock in nanoseconds, from anywhere
     * @param taken whether turns are ever taken
     */
    Turns(Place place, LogEnd end, LongSupplier clock, boolean taken) {
        this.place = place;
        this.end = end;
        this.clock = clock;
        this.company = new Company(clock, taken);
        this.patience = new Patience(clock);
        this.wrote = clock.getAsLong();
    }

    /**
     * Waits for this writer's turn, where others write as well.
     *
     * @param known the last block, as far as this writer knows
     * @return the block to number after
     */
    LastBlock await(LastBlock known) throws InterruptedException {
        company.begin();
        if (company.hasGone()) {
            leave();
        }
        if (!company.isPresent()) {
            return outdated ? look(known) : known;
        }
        try {
            return inLine(known);
        } catch (RuntimeException e) {
            LOG.debug("the line is out of reach, writing out of turn", e);
            place.forget();
            return look(known);
        }
    }

    /** A block of this writer stands: whoever is next has its turn. */
    void wrote() {
        wrote = clock.getAsLong();
        owed = false;
    }

    /** This writer's turn is over: where no block of its own passes it on, nobody shall wait for one. */
    void end() {
        if (owed) {
            leave();
        }
        if (company.end() && place.isLineTaken()) {
            LOG.debug("another writer waits in line");
            metAnother();
        }
    }

    /** There are others, whose turn it may be: a block of theirs stood where one of ours should have, or they wait. */
    void metAnother() {
        company.met();
        outdated = true;
    }

    /** Nothing is left to write just now: this writer is not waited for. */
    void leave() {
        owed = false;
        place.leave();
    }

    /** Whether others may wait for this writer. */
    boolean isWaitedFor() {
        return place.isTaken();
    }

    private LastBlock look(LastBlock known) throws InterruptedException {
        outdated = false;
        return end.await().orElse(known);
    }

    private LastBlock inLine(LastBlock known) throws InterruptedException {
        boolean steady = isLineKnown();
        if (!steady) {
            lookAtLine();
            wrote = sawLine;
        } else if (place.isAlone()) {
            return known;
        } else {
            long first = pace.untilNext(place.ahead(BlockIds.writerOf(known.id())));
            sleepUntil(wrote + Math.min(first, patience.nanos()));
        }
        outdated = false;
        LastBlock last = watch(known, steady);
        owed = place.isTaken();
        return last;
    }

    private boolean isLineKnown() {
        long look = place.isAlone() ? LOOK_NANOS : OTHERS_LOOK_NANOS;
        return !outdated && place.isTaken() && clock.getAsLong() - sawLine < look;
    }

    /** @return whether it has changed */
    private boolean lookAtLine() {
        boolean changed = place.take();
        sawLine = clock.getAsLong();
        patience.sees(place.line());
        return changed;
    }

    /** @return false when the line has changed meanwhile */
    private boolean seize(String last) {
        List<String> gone = new ArrayList<>(place.line());
        boolean seized = place.seize(last);
        if (seized) {
            gone.removeAll(place.line());
            patience.gaveUp(gone);
        }
        return seized;
    }

    /**
     * Looks at the log's end until it says that the turn has come, or patience ends.
     *
     * @param steady whether this writer stood in line when it wrote last
     */
    private LastBlock watch(LastBlock known, boolean steady) throws InterruptedException {
        long start = clock.getAsLong();
        long lastSign = start;
        LastBlock last = known;
        boolean waited = false;
        while (true) {
            Optional<LastBlock> found = end.await();
            if (found.isEmpty()) {
                return known;
            }
            long now = clock.getAsLong();
            if (!found.get().equals(last)) {
                last = found.get();
                lastSign = now;
            }
            String writer = BlockIds.writerOf(last.id());
            if (!writer.equals(place.writer())) {
                company.met();
            }
            if (!place.isTaken() || now - start >= patience.inVainNanos()) {
                return last;
            }
            int ahead = place.ahead(writer);
            if (ahead == 0) {
                if (steady) {
                    learn(now, waited);
                }
                return last;
            }
            waited = true;
            if (now - lastSign >= patience.nanos() && seize(writer)) {
                return last;
            }
            if (now - lastSign >= pace.of(ahead) + LATE_NANOS && lookAtLine()) {
                lastSign = now;
                continue;
            }
            long next = Math.max(lastSign + pace.untilNext(ahead), now + pace.pause());
            sleepUntil(Math.min(next, now + LOOK_NANOS));
        }
    }

    private void learn(long now, boolean waited) {
        if (waited) {
            pace.waited(now - wrote, Math.max(1, place.others()));
        } else {
            pace.lookedLate();
        }
    }

    private void sleepUntil(long at) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(at - clock.getAsLong());
    }
}
