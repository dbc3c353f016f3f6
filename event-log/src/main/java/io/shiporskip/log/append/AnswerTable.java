package io.shiporskip.log.append;

import io.shiporskip.log.block.Block;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer proves of a block, and what of the log has to be read where it proves nothing: all that the append
 * protocol concludes, and nothing else. The tests explore it against every order of events within a bound.
 */
final class AnswerTable {

    private AnswerTable() {}

    /**
     * @param onlySend whether no earlier send of this block is known
     * @param evidence read only after a duplicate key
     * @return empty when nothing is proven: the same block must be sent again for the same slot
     */
    static Optional<Outcome> conclude(
            Answer answer, boolean onlySend, Block block, List<Commit> commits, Evidence evidence) {
        return switch (answer) {
            case Answer.Acknowledged() -> Optional.of(new Outcome.Stands());
            case Answer.DuplicateKey() -> afterDuplicateKey(block, commits, evidence);
            case Answer.Lasting(String reason, boolean concernsServer)
            when onlySend -> Optional.of(new Outcome.Failed(reason, concernsServer));
            // An earlier send may still have been written, or come to be: no later error settles it.
            case Answer.Lasting _, Answer.Unknown _ -> Optional.empty();
        };
    }

    private static Optional<Outcome> afterDuplicateKey(Block block, List<Commit> commits, Evidence evidence) {
        Optional<String> owner = evidence.ownerOfSlot(block);
        if (owner.isPresent()) {
            return Optional.of(owner.get().equals(block.id()) ? new Outcome.Stands() : new Outcome.SlotTaken());
        }
        Map<Commit, Integer> losers = evidence.losers(block, commits);
        // None: what refused us is not majority-committed yet and may be taken back.
        return losers.isEmpty() ? Optional.empty() : Optional.of(new Outcome.KeysTaken(losers));
    }
}
