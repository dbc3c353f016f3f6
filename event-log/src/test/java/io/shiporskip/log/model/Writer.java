package io.shiporskip.log.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A writer of the model.
 *
 * @param queue the blocks' commits that it will claim, in order
 * @param head the last position that it numbers after; -1 when it has to read that first
 * @param headBlock the block there; 0 for none
 * @param open the commits it has claimed
 * @param block the block they are in; none while it reads the head
 * @param found what it knows of that block; {@link Findings#reply} is null while it waits for the answer
 * @param numbered how many blocks it has numbered
 */
record Writer(
        int id,
        List<List<PlannedCommit>> queue,
        int head,
        int headBlock,
        List<PlannedCommit> open,
        @Nullable PlacedBlock block,
        @Nullable Findings found,
        boolean onlySend,
        int numbered) {

    static Writer starting(int id, List<List<PlannedCommit>> queue) {
        return new Writer(id, queue, -1, 0, List.of(), null, null, true, 0);
    }

    char name() {
        return (char) ('A' + id);
    }

    boolean readsHead() {
        return head < 0;
    }

    boolean mayClaim() {
        return head >= 0 && block == null && !queue.isEmpty();
    }

    Writer knowing(int position, int lastBlock) {
        return new Writer(id, queue, position, lastBlock, open, null, null, true, numbered);
    }

    Writer claimed() {
        return new Writer(
                id, queue.subList(1, queue.size()), head, headBlock, queue.getFirst(), null, null, true, numbered);
    }

    /** Numbers the open commits after the head. */
    Writer sending() {
        PlacedBlock next = new PlacedBlock(id, numbered + 1, head + 1, headBlock, open);
        return new Writer(id, queue, head, headBlock, open, next, null, true, numbered + 1);
    }

    Writer sendingAgain() {
        return new Writer(id, queue, head, headBlock, open, block, null, false, numbered);
    }

    Writer knowing(Findings findings) {
        return new Writer(id, queue, head, headBlock, open, block, findings, onlySend, numbered);
    }

    /** Its block never will stand: these of its commits go into another. */
    Writer withOpen(List<PlannedCommit> rest) {
        return new Writer(id, queue, head, headBlock, rest, null, null, true, numbered);
    }

    Writer withoutHead() {
        return new Writer(id, queue, -1, 0, open, null, null, true, numbered);
    }

    Writer withQueue(List<List<PlannedCommit>> changed) {
        return new Writer(id, changed, head, headBlock, open, block, found, onlySend, numbered);
    }

    Writer queueing(List<PlannedCommit> batch) {
        List<List<PlannedCommit>> longer = new ArrayList<>(queue);
        longer.add(batch);
        return withQueue(List.copyOf(longer));
    }

    /** Killed, and started again with what it had not claimed. */
    Writer restarted(List<List<PlannedCommit>> unclaimed) {
        return new Writer(id, unclaimed, -1, 0, List.of(), null, null, true, numbered);
    }
}
