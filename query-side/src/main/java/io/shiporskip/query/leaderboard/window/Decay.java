package io.shiporskip.query.leaderboard.window;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exponential decay: a vote of age {@code a} hours weighs {@code 2^(-a / halfLife)}. G. Cormode, V. Shkapenyuk, D.
 * Srivastava and B. Xu, "Forward Decay: A Practical Time Decay Model for Streaming Systems", ICDE 2009: the decayed sum, in
 * the one case where weights by age and weights from a landmark are the same, so that the order does not depend on when it
 * is asked for.
 *
 * <p>Ages are whole hours, counted back from the hour of a position's time. Weights are whole numbers, made once by {@link
 * StrictMath}, and a sum of them is divided once: the same events give the same bits on every machine, in whatever order
 * they are added.
 */
public final class Decay {

    /** A vote of the present hour. */
    private static final long ONE = 1L << 32;

    /** Votes that are older weigh nothing. */
    public static final int HOURS = 7 * 24;

    /** So that what is left out weighs less than a hundredth of a fresh vote. */
    public static final int LONGEST_HALF_LIFE = 24;

    public static final int HALF_LIFE = 24;

    /** The one that boards are made with. */
    public static final Decay STANDARD = new Decay(HALF_LIFE);

    private final long[] weights = new long[HOURS];

    /**
     * @param halfLife in hours, 1..24
     * @throws IllegalArgumentException when it is not
     */
    public Decay(int halfLife) {
        if (halfLife < 1 || halfLife > LONGEST_HALF_LIFE) {
            throw new IllegalArgumentException("A half-life of " + halfLife + " hours is outside 1..24");
        }
        for (int age = 0; age < HOURS; age++) {
            weights[age] = StrictMath.round(ONE * StrictMath.pow(2, -(double) age / halfLife));
        }
    }

    /**
     * Fresh ships less fresh skips.
     *
     * @param hours votes by the hour they were last changed in, as hours since the epoch; none later than {@code now}
     * @param now the hour of the position's time
     * @return null when no vote is fresh enough to weigh anything
     */
    @Nullable Double sum(List<HourCount> hours, long now) {
        long sum = 0;
        boolean any = false;
        for (HourCount count : hours) {
            long age = now - count.hour();
            if (age >= 0 && age < HOURS) {
                sum += weights[(int) age] * (count.ships() - count.skips());
                any = true;
            }
        }
        return any ? (double) sum / (double) ONE : null;
    }
}
