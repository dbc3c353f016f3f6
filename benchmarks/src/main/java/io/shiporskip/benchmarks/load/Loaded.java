package io.shiporskip.benchmarks.load;

import io.shiporskip.benchmarks.figures.Durations;

/**
 * What clients got done.
 *
 * @param nanos from the first request to the last answer
 * @param requests how long each took
 */
public record Loaded(long nanos, Durations requests) {

    /** Requests answered in a second. */
    public double perSecond() {
        return requests.count() * 1e9 / nanos;
    }
}
