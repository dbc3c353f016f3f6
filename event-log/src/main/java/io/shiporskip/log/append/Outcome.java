package io.shiporskip.log.append;

import java.util.Map;

/** What became of a block, proven. */
sealed interface Outcome {

    /** It stands in the log for good. */
    record Stands() implements Outcome {}

    /** Another block stands in its slot: this one never will, and its commits may be numbered anew. */
    record SlotTaken() implements Outcome {}

    /**
     * Some of its commits have lost to others in the log, so this block never will stand there.
     *
     * @param losers by commit, the first event (from 0) that lost
     */
    record KeysTaken(Map<Commit, Integer> losers) implements Outcome {}

    /** The server refused it for good on the first and only send. */
    record Failed(String reason, boolean concernsServer) implements Outcome {}

    /** The appender was closed before anything was proven. */
    record NotProven() implements Outcome {}
}
