package io.shiporskip.log.model;

import java.util.function.Supplier;

/** One thing that can happen next. */
record Step(Kind kind, Supplier<String> told, World next) {

    enum Kind {
        READS_HEAD,
        CLAIMS,
        SERVED,
        ANSWERED,
        READS_EVIDENCE,
        REPLICATED,
        // From here on each uses up one of the faults that are left.
        ANSWER_LOST,
        UNCONFIRMED,
        REFUSED_FOR_GOOD,
        STALE_READ,
        DEPOSED_SERVES,
        ELECTION,
        CRASH,
        WAIT_ENDED
    }
}
