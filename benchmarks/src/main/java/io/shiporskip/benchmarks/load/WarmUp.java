package io.shiporskip.benchmarks.load;

import io.shiporskip.benchmarks.Progress;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells when something that is measured again and again no longer gets quicker: a large program is compiled for a minute
 * under load and more, a small one for seconds.
 */
public final class WarmUp {

    /** A rate that is not so many times the best before it is no gain but noise. */
    private static final double GAIN = 1.05;

    /** After so many turns without a gain it is warm. */
    private static final int TURNS_WITHOUT = 3;

    private static final int MOST_TURNS = 20;

    private double best;
    private int turnsWithout;

    /** One turn under load. */
    @FunctionalInterface
    public interface Turn {

        /** Takes it and gives its rate, in requests a second. */
        double perSecond() throws Exception;
    }

    /**
     * Lets what will be measured beside each other take turns, until none of it gets quicker or each had twenty turns.
     *
     * @param quick one turn each is enough
     */
    public static void together(boolean quick, List<Turn> peers) throws Exception {
        int most = quick ? 1 : MOST_TURNS;
        List<WarmUp> warmUps =
                IntStream.range(0, peers.size()).mapToObj(_ -> new WarmUp()).toList();
        for (int turn = 1; turn <= most && !warmUps.stream().allMatch(WarmUp::isDone); turn++) {
            Progress.say("warming up, turn " + turn + " of at most " + most);
            for (int i = 0; i < peers.size(); i++) {
                warmUps.get(i).turned(peers.get(i).perSecond());
            }
        }
    }

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
