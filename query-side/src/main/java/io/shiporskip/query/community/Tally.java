package io.shiporskip.query.community;

import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.verdict.Counted;

/** How many ballots count for each choice, 0 or more. */
public record Tally(long ships, long skips) {

    public static final Tally NONE = new Tally(0, 0);

    /** @throws IllegalArgumentException when an event takes off what was never counted */
    public Tally {
        if (ships < 0 || skips < 0) {
            throw new IllegalArgumentException(
                    "A tally cannot fall below zero: " + ships + " ship, " + skips + " skip");
        }
    }

    public long votes() {
        return ships + skips;
    }

    /**
     * With so many more ballots that count so.
     *
     * @param by may be below 0
     */
    public Tally plus(Counted counted, int by) {
        return switch (counted) {
            case SHIP -> new Tally(ships + by, skips);
            case SKIP -> new Tally(ships, skips + by);
            case NONE -> this;
        };
    }

    /** Takes off what the ballot counted before and puts on what it counts now. */
    public Tally after(BallotEvent ballot) {
        return new Tally(ships + change(ballot, Counted.SHIP), skips + change(ballot, Counted.SKIP));
    }

    private static int change(BallotEvent ballot, Counted choice) {
        return (ballot.countedAfter() == choice ? 1 : 0) - (ballot.countedBefore() == choice ? 1 : 0);
    }
}
