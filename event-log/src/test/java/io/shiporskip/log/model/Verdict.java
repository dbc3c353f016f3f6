package io.shiporskip.log.model;

/** What {@link Findings} lead to. */
public sealed interface Verdict {

    record Stands() implements Verdict {}

    record SlotTaken() implements Verdict {}

    /** @param losers one bit for each commit of the block, the first lowest */
    record KeysTaken(int losers) implements Verdict {}

    record Failed() implements Verdict {}

    record SendAgain() implements Verdict {}

    record ReadSlot() implements Verdict {}

    /** The keys of the next commit have to be looked up. */
    record ReadKeys() implements Verdict {}
}
