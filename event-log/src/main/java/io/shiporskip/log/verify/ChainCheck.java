package io.shiporskip.log.verify;

import io.shiporskip.log.LogHead;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.Succession;
import java.time.Instant;
import java.util.Optional;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** Checks that each block follows from the one before it, and that the chain leads through a head that is known. */
final class ChainCheck {

    private final Faults faults;
    private final @Nullable KnownHead known;
    private LogHead end = LogHead.EMPTY;
    /** After a document that is no block, nothing is known of how the chain should go on. */
    private boolean broken;

    private boolean knownMet;
    private long events;
    private long blocks;

    /** @param known null when nobody wrote one down */
    ChainCheck(Faults faults, @Nullable KnownHead known) {
        this.faults = faults;
        this.known = known;
    }

    long events() {
        return events;
    }

    long blocks() {
        return blocks;
    }

    /** Where the log ends, as it was read. */
    LogHead end() {
        return end;
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
        if (!broken && !Succession.joins(end, block)) {
            fault(block, Succession.NOT_JOINED);
        }
        if (!Succession.hashFits(block)) {
            fault(block, Succession.ALTERED);
        }
        if (!broken && !Succession.timeFits(end, block)) {
            fault(block, Succession.TIMED_WRONG);
        }
        end = block.asHead();
        broken = false;
        compareWithKnown(block);
    }

    private void compareWithKnown(Block block) {
        if (known != null && known.position() == end.position()) {
            knownMet = true;
            if (!known.hash().equals(end.hash())) {
                fault(
                        block,
                        "its hash is " + end.hash() + " and not the one that was written down: the past of this"
                                + " log was rewritten");
            }
        }
    }

    /** After the last block. */
    void finish() {
        if (known != null && !knownMet) {
            String what = end.position() < known.position()
                    ? "the log ends before the head that was written down: its end was cut off"
                    : "no block ends at the head that was written down: the past of this log was rewritten";
            faults.add(new Fault(
                    "at " + known.position(), Math.min(end.position() + 1, known.position()), known.position(), what));
        }
    }

    private void unreadable(RawBsonDocument document) {
        long position = document.getNumber("_id").longValue();
        long last = document.isNumber("n") ? position + document.getNumber("n").longValue() - 1 : position;
        faults.add(new Fault(Long.toString(position), position, last, "the document is not a block"));
        end = new LogHead(Math.max(position, last), LogHead.ORIGIN, Instant.EPOCH);
        broken = true;
    }

    private void fault(Block block, String what) {
        fault(block, block.position(), block.lastPosition(), what);
    }

    private void fault(Block block, long first, long last, String what) {
        faults.add(new Fault(Long.toString(block.position()), first, last, what));
    }
}
