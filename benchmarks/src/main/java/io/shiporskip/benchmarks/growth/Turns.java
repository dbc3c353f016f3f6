package io.shiporskip.benchmarks.growth;

import io.shiporskip.benchmarks.figures.Durations;

/**
 * One operation on a short and on a long log, a few times on the one and then on the other, over and over: whatever else
 * the machine does meanwhile falls on both.
 */
record Turns(Durations small, Durations large) {

    private static final int TIMES = 5;

    static Turns taken(Length shortLog, Length longLog, int operation) throws Exception {
        Turns turns = new Turns(new Durations(), new Durations());
        int turnsOfEach = shortLog.operations().get(operation).times() / TIMES;
        for (int turn = 0; turn < turnsOfEach; turn++) {
            if (turn % 2 == 0) {
                turns.small.addAll(shortLog.measured(operation, TIMES));
            }
            turns.large.addAll(longLog.measured(operation, TIMES));
            if (turn % 2 == 1) {
                turns.small.addAll(shortLog.measured(operation, TIMES));
            }
        }
        return turns;
    }
}
