package io.shiporskip.log.append;

import java.util.concurrent.TimeUnit;

/** How long the turns of a line take, learnt from waiting for one's own, and when it is worth looking. Nanoseconds. */
final class Pace {

    static final long FIRST_TURN = TimeUnit.MILLISECONDS.toNanos(1);
    static final long LONGEST_TURN = TimeUnit.MILLISECONDS.toNanos(5);

    /** Looks follow each other no sooner. */
    static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(150);

    /** Where turns are long, so many looks fit into one. */
    private static final int LOOKS = 8;

    private long turn = FIRST_TURN;

    /** This writer looked before its turn had come, and {@code others} have had theirs in so long. */
    void waited(long nanos, int others) {
        turn = Math.clamp((7 * turn + nanos / others) / 8, SHORTEST_PAUSE, LONGEST_TURN);
    }

    /** The turn had come before this writer looked: it may have come sooner. */
    void lookedLate() {
        turn = Math.max(turn - turn / 16, SHORTEST_PAUSE);
    }

    /**
     * How long after the last block it is this writer's predecessor's turn: the time to look, since that one's block may
     * be on its way.
     *
     * @param ahead how many write before this one
     */
    long untilNext(int ahead) {
        return turn * (ahead - 1);
    }

    /** How long the blocks of those ahead take. */
    long of(int ahead) {
        return turn * ahead;
    }

    long pause() {
        return Math.max(turn / LOOKS, SHORTEST_PAUSE);
    }
}
