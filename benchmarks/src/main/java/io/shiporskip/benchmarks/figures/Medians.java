package io.shiporskip.benchmarks.figures;

import java.util.Collection;

/** The middle of some figures. */
public final class Medians {

    private Medians() {}

    /**
     * The middle one; the mean of the two middle ones when their number is even.
     *
     * @throws IllegalStateException when there are none
     */
    public static double of(Collection<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
