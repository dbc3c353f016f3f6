package io.shiporskip.log.model;

import java.util.function.Function;

/**
 * The rules that hold the append protocol, each of which may be dropped.
 *
 * @param numbersAfterMajority rule 1: a block is numbered only after what is majority-committed
 * @param table rule 2: what proves an outcome
 * @param asksWhoseKeyItIs rule 2 too: a key that our own block holds refuses nobody
 * @param answersSentByOutcome rule 3: a commit that was sent is never answered "busy", which is tried again as new
 */
record Protocol(
        boolean numbersAfterMajority,
        Function<Findings, Verdict> table,
        boolean asksWhoseKeyItIs,
        boolean answersSentByOutcome) {

    /** All of them, around the given table. */
    static Protocol whole(Function<Findings, Verdict> table) {
        return new Protocol(true, table, true, true);
    }

    Protocol withTable(Function<Findings, Verdict> changed) {
        return new Protocol(numbersAfterMajority, changed, asksWhoseKeyItIs, answersSentByOutcome);
    }

    Protocol numberingAfterLocalReads() {
        return new Protocol(false, table, asksWhoseKeyItIs, answersSentByOutcome);
    }

    Protocol notAskingWhoseKeyItIs() {
        return new Protocol(numbersAfterMajority, table, false, answersSentByOutcome);
    }

    Protocol answeringBusyWhatWasSent() {
        return new Protocol(numbersAfterMajority, table, asksWhoseKeyItIs, false);
    }
}
