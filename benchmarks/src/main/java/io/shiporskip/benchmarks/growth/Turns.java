package io.shiporskip.benchmarks.growth;

import io.shiporskip.benchmarks.figures.Durations;

/**
 * One operation on a short and on a long log, a few times on the one and then on the other, over and over: whatever else
 * the machine does meanwhile falls on both.
 */
record Turns(Durations small, Durations large) {

    private static final int TURNS = 10;

    static Turns taken(Length shortLog, Length longLog, int operation) throws Exception {
        Turns turns = new Turns(new Durations(), new Durations());
        int times = shortLog.operations().get(operation).times() / TURNS;
        for (int turn = 0; turn < TURNS; turn++) {
            if (turn % 2 == 0) {
                turns.small.addAll(shortLog.measured(operation, times));
            }
            turns.large.addAll(longLog.measured(operation, times));
            if (turn % 2 == 1) {
                turns.small.addAll(shortLog.measured(operation, times));
            }
        }
        return turns;
    }
}
