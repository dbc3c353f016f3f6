package io.shiporskip.benchmarks.figures;

import java.util.ArrayList;
import java.util.List;

/** One operation on a short log and on a long one, measured in rounds that take turns. For one thread. */
public final class Growth {

    private final Durations small = new Durations();
    private final Durations large = new Durations();
    private final List<Double> ratios = new ArrayList<>();

    /** Adds one round on each. */
    public void add(Durations onSmall, Durations onLarge) {
        small.addAll(onSmall);
        large.addAll(onLarge);
        ratios.add(ratio(onSmall, onLarge));
    }

    public Durations small() {
        return small;
    }

    public Durations large() {
        return large;
    }

    /** How many times the median on the short log the median on the long one is, over all rounds. */
    public double ratio() {
        return ratio(small, large);
    }

    /** The same, round by round, in their order: how far the machine's noise reaches. */
    public List<Double> ratios() {
        return List.copyOf(ratios);
    }

    private static double ratio(Durations small, Durations large) {
        return large.medianNanos() / small.medianNanos();
    }
}
