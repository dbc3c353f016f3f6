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

    /** The first event of the commit, from 0, whose id or place in a stream the log holds. */
    OptionalInt firstHeld(Commit commit);

    /** Of these commits, those that have lost, and each one's first event, from 0, whose key the log holds. */
    default Map<Commit, Integer> losers(List<Commit> commits) {
        Map<Commit, Integer> losers = new HashMap<>();
        for (Commit commit : commits) {
            firstHeld(commit).ifPresent(index -> losers.put(commit, index));
        }
        return losers;
    }
}
