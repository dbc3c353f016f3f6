package io.shiporskip.log.append;

import io.shiporskip.log.LogHead;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.BlockHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Gives commits their place after a head: positions, the block's time and its hash. */
final class BlockNumbering {

    private BlockNumbering() {}

    /**
     * @param head must be majority-committed: a block numbered after one that is taken back leaves a hole for ever
     * @param id of the block, unlike that of any other
     */
    static Block after(LogHead head, List<Commit> commits, String id) {
        Instant at = head.at();
        for (Commit commit : commits) {
            for (NewEvent event : commit.events()) {
                at = event.time().isAfter(at) ? event.time() : at;
            }
        }
        long first = head.position() + 1;
        List<StoredEvent> events = new ArrayList<>();
        for (Commit commit : commits) {
            for (NewEvent event : commit.events()) {
                events.add(stored(event, first + events.size(), commit.id(), at));
            }
        }
        String hash = BlockHash.of(head.hash(), first, at, events);
        return new Block(first, id, at, head.hash(), hash, events);
    }

    private static StoredEvent stored(NewEvent event, long position, String commit, Instant at) {
        return new StoredEvent(
                position,
                event.id(),
                commit,
                event.aggregate(),
                event.type(),
                event.sequence(),
                event.name(),
                event.revision(),
                event.time(),
                at,
                event.payload(),
                event.meta());
    }
}
