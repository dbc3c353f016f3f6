package io.shiporskip.log.append;

import io.shiporskip.log.block.Block;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What stands in the log for good: the only proof of an outcome. */
interface Evidence {

    /** The id of the block that starts at this block's position, if one does. */
    Optional<String> ownerOfSlot(Block block);

    /**
     * The first event of the commit, from 0, whose id or place in a stream another block than this one holds. Whose it
     * is has to be asked: between two reads our own block may have come to stand for good.
     */
    OptionalInt firstHeldByAnother(Block block, Commit commit);

    /** Of a block's commits, those that have lost, and each one's first event, from 0, whose key another block holds. */
    default Map<Commit, Integer> losers(Block block, List<Commit> commits) {
        Map<Commit, Integer> losers = new HashMap<>();
        for (Commit commit : commits) {
            firstHeldByAnother(block, commit).ifPresent(index -> losers.put(commit, index));
        }
        return losers;
    }
}
