package io.shiporskip.log.model;

import io.shiporskip.log.model.Findings.Slot;
import java.util.List;

/** One majority read of what refused a block: its slot first, then the keys of one commit after another. */
final class EvidenceRead {

    private EvidenceRead() {}

    static Findings of(Findings found, PlacedBlock block, List<PlacedBlock> standing, boolean asksWhose) {
        if (found.slot() == Slot.UNREAD) {
            Slot slot = standing.stream()
                    .filter(other -> other.position() == block.position())
                    .findFirst()
                    .map(other -> other.uid() == block.uid() ? Slot.OURS : Slot.ANOTHERS)
                    .orElse(Slot.EMPTY);
            return new Findings(found.reply(), found.onlySend(), found.commits(), slot, 0, 0);
        }
        PlannedCommit commit = block.commits().get(found.keysRead());
        boolean held = standing.stream()
                .filter(other -> !asksWhose || other.uid() != block.uid())
                .flatMap(other -> other.commits().stream())
                .anyMatch(commit::rivals);
        return new Findings(
                found.reply(),
                found.onlySend(),
                found.commits(),
                found.slot(),
                found.keysRead() + 1,
                found.losers() | (held ? 1 << found.keysRead() : 0));
    }

    static String told(Findings before, Findings after) {
        if (before.slot() == Slot.UNREAD) {
            return "in its slot, " + after.slot();
        }
        return "keys of its commit " + after.keysRead()
                + (before.losers() == after.losers() ? " are free" : " are held");
    }
}
