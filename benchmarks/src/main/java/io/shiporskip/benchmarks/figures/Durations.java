package io.shiporskip.benchmarks.figures;

import java.util.Arrays;

/** Durations of one operation, in nanoseconds. For one thread. */
public final class Durations {

    private long[] nanos = new long[64];
    private int count;

    /** @throws IllegalArgumentException when it is negative, as no duration is */
    public void add(long duration) {
        if (duration < 0) {
            throw new IllegalArgumentException("a duration of " + duration + " ns");
        }
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    public void addAll(Durations others) {
        for (int i = 0; i < others.count; i++) {
            add(others.nanos[i]);
        }
    }

    public int count() {
        return count;
    }

    /** The middle one; the mean of the two middle ones when their number is even. */
    public double medianNanos() {
        long[] sorted = sorted();
        return (sorted[(count - 1) / 2] + (double) sorted[count / 2]) / 2;
    }

    /**
     * The smallest one that at least so many percent do not exceed (the nearest-rank method).
     *
     * @param percent above 0, at most 100
     */
    public long percentileNanos(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentile of " + percent);
        }
        return sorted()[Math.max(1, (int) Math.ceil(count * percent / 100)) - 1];
    }

    private long[] sorted() {
        if (count == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
