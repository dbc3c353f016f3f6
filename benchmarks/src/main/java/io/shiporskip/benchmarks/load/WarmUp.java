package io.shiporskip.benchmarks.load;

/**
 * Tells when something that is measured again and again no longer gets quicker: a large program is compiled for a minute
 * under load and more, a small one for seconds.
 */
public final class WarmUp {

    /** A rate that is not so many times the best before it is no gain but noise. */
    private static final double GAIN = 1.05;

    /** After so many turns without a gain it is warm. */
    private static final int TURNS_WITHOUT = 3;

    private double best;
    private int turnsWithout;

    /** Takes note of one turn's rate, in requests a second. */
    public void turned(double rate) {
        turnsWithout = rate > GAIN * best ? 0 : turnsWithout + 1;
        best = Math.max(best, rate);
    }

    /** Whether it no longer gets quicker. */
    public boolean isDone() {
        return turnsWithout >= TURNS_WITHOUT;
    }
}
