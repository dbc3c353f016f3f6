package io.shiporskip.log.verify;

import io.shiporskip.log.LogHead;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.BlockHash;
import java.time.Instant;
import java.util.Optional;
import org.bson.RawBsonDocument;

/** Checks that each block follows from the one before it: its position, its time, and its hash. */
final class ChainCheck {

    private final Faults faults;
    private LogHead end = LogHead.EMPTY;
    /** After a document that is no block, nothing is known of how the chain should go on. */
    private boolean broken;

    private long events;
    private long blocks;

    ChainCheck(Faults faults) {
        this.faults = faults;
    }

    long events() {
        return events;
    }

    long blocks() {
        return blocks;
    }

    /** @return the block, for further checks; empty when the document is none */
    Optional<Block> check(RawBsonDocument document) {
        blocks++;
        Optional<Block> decoded = BlockScan.decoded(document);
        decoded.ifPresentOrElse(this::check, () -> unreadable(document));
        return decoded;
    }

    private void check(Block block) {
        events += block.events().size();
        long expected = end.position() + 1;
        if (block.position() > expected) {
            fault(block, expected, block.position() - 1, "these positions are missing before it");
        } else if (block.position() < expected) {
            fault(block, block.position(), end.position(), "the block before it holds these positions too");
        }
        if (!broken && !block.previous().equals(end.hash())) {
            fault(block, "it was not written after the block before it: their hashes do not join");
        }
        if (!block.hash().equals(recomputed(block))) {
            fault(block, "its content is not what was written: its hash does not fit");
        }
        if (!broken && !block.at().equals(latest(block, end.at()))) {
            fault(block, "its time is not the latest of its events and the block before it");
        }
        end = block.asHead();
        broken = false;
    }

    /** The log as it was read must end where its head was. */
    void checkEnd(LogHead head) {
        if (!broken && !end.equals(head)) {
            faults.add(new Fault(
                    "after " + end.position(), end.position() + 1, head.position(), "the log ends before its head"));
        }
    }

    private void unreadable(RawBsonDocument document) {
        long position = document.getNumber("_id").longValue();
        long last = document.isNumber("n") ? position + document.getNumber("n").longValue() - 1 : position;
        faults.add(new Fault(Long.toString(position), position, last, "the document is not a block"));
        end = new LogHead(last, LogHead.ORIGIN, Instant.EPOCH);
        broken = true;
    }

    private static String recomputed(Block block) {
        try {
            return BlockHash.of(block);
        } catch (IllegalArgumentException previousIsNotHex) {
            return "";
        }
    }

    private static Instant latest(Block block, Instant before) {
        return block.events().stream().map(StoredEvent::time).reduce(before, (a, b) -> a.isAfter(b) ? a : b);
    }

    private void fault(Block block, String what) {
        fault(block, block.position(), block.lastPosition(), what);
    }

    private void fault(Block block, long first, long last, String what) {
        faults.add(new Fault(Long.toString(block.position()), first, last, what));
    }
}
