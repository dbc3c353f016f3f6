package io.shiporskip.log.model;

/**
 * What a writer knows of a block it has sent.
 *
 * @param commits how many the block has
 * @param keysRead of how many of them the keys were looked up
 * @param losers of those, whose keys are held: one bit each, the first lowest
 */
public record Findings(Reply reply, boolean onlySend, int commits, Slot slot, int keysRead, int losers) {

    /** What came back for one send. */
    public enum Reply {
        INSERTED,
        /** Inserted, and a {@code writeConcernError}: no majority has it yet. */
        UNCONFIRMED,
        DUPLICATE_KEY,
        /** Not written, and never would be: too large, say. */
        REFUSED_FOR_GOOD,
        NONE
    }

    /** What a majority read found at the block's position. */
    public enum Slot {
        UNREAD,
        EMPTY,
        OURS,
        ANOTHERS
    }
}
