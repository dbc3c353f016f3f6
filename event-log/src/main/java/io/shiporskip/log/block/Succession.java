package io.shiporskip.log.block;

import io.shiporskip.log.LogHead;
import io.shiporskip.log.StoredEvent;
import java.time.Instant;
import java.util.Optional;

/** What makes a block the next one after a head: its position, its time, and the chain of hashes. */
public final class Succession {

    public static final String NOT_JOINED = "it was not written after the block before it: their hashes do not join";
    public static final String ALTERED = "its content is not what was written: its hash does not fit";
    public static final String TIMED_WRONG = "its time is not the latest of its events and the block before it";

    private Succession() {}

    /** Whether the block names the head's hash as the one before its own. */
    public static boolean joins(LogHead before, Block block) {
        return block.previous().equals(before.hash());
    }

    /** Whether the block's hash is that of its content. */
    public static boolean hashFits(Block block) {
        try {
            return block.hash().equals(BlockHash.of(block));
        } catch (IllegalArgumentException previousIsNotHex) {
            return false;
        }
    }

    /** Whether the block's time is the latest of the head's and its own events' times. */
    public static boolean timeFits(LogHead before, Block block) {
        Instant latest =
                block.events().stream().map(StoredEvent::time).reduce(before.at(), (a, b) -> a.isAfter(b) ? a : b);
        return block.at().equals(latest);
    }

    /** The first reason for which the block cannot stand right after the head; empty when it can. */
    public static Optional<String> broken(LogHead before, Block block) {
        if (block.position() != before.position() + 1) {
            return Optional.of(
                    "it is at position " + block.position() + " where " + (before.position() + 1) + " is next");
        }
        if (!joins(before, block)) {
            return Optional.of(NOT_JOINED);
        }
        if (!hashFits(block)) {
            return Optional.of(ALTERED);
        }
        return timeFits(before, block) ? Optional.empty() : Optional.of(TIMED_WRONG);
    }
}
