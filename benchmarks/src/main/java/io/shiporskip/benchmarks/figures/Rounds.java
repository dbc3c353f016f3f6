package io.shiporskip.benchmarks.figures;

import java.util.ArrayList;
import java.util.List;

/** What one contender reached, round by round. For one thread. */
public final class Rounds {

    private final List<Double> rates = new ArrayList<>();
    private final Durations durations = new Durations();

    /** @param rate of this round, in whatever unit all rounds share */
    public void add(double rate, Durations ofRound) {
        rates.add(rate);
        durations.addAll(ofRound);
    }

    /** All rounds' durations together. */
    public Durations durations() {
        return durations;
    }

    public List<Double> rates() {
        return List.copyOf(rates);
    }

    public double medianRate() {
        return Medians.of(rates);
    }

    /**
     * How many times another's rate this one's is, in each round: both must have been measured in the same rounds.
     *
     * @throws IllegalArgumentException when they were not
     */
    public List<Double> ratiosTo(Rounds other) {
        if (other.rates.size() != rates.size()) {
            throw new IllegalArgumentException(rates.size() + " rounds beside " + other.rates.size());
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            ratios.add(rates.get(i) / other.rates.get(i));
        }
        return ratios;
    }

    /** The median of {@link #ratiosTo}: a round in which the machine was busy is one round, whatever it measured. */
    public double ratioTo(Rounds other) {
        return Medians.of(ratiosTo(other));
    }
}
