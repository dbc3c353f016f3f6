package io.shiporskip.log.append;

import io.shiporskip.log.LastBlock;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.metrics.LogMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Numbers commits after the end of the log, has the block sent, and answers each commit by the block's proven outcome:
 * numbered anew when the slot was lost, without the losers when keys were. Used by one thread.
 */
final class BlockWriter {

    private final BlockIds ids;
    private final BlockSender sender;
    private final LogWakeUp wakeUp;
    private final Turns turns;
    private final AppenderHealth health;
    private final LogMetrics metrics;
    private LastBlock last;

    /** @param last the log's last block */
    BlockWriter(
            LastBlock last,
            BlockIds ids,
            BlockSender sender,
            LogWakeUp wakeUp,
            Turns turns,
            AppenderHealth health,
            LogMetrics metrics) {
        this.last = last;
        this.ids = ids;
        this.sender = sender;
        this.wakeUp = wakeUp;
        this.turns = turns;
        this.health = health;
        this.metrics = metrics;
    }

    /** Waits for this writer's turn, before it is settled which commits go into the next block. */
    void prepare() throws InterruptedException {
        last = turns.await(last);
        wakeUp.appended(last.head().position());
    }

    /** Returns when each commit is answered, or the appender gave up; then they stay unanswered: unknown. */
    void write(List<PendingCommit> commits) throws InterruptedException {
        List<PendingCommit> open = commits;
        while (!open.isEmpty()) {
            List<Commit> content = open.stream().map(PendingCommit::commit).toList();
            Block block = BlockNumbering.after(last.head(), content, ids.next());
            open = switch (sender.send(block, content)) {
                case Outcome.Stands() -> done(block, open);
                case Outcome.SlotTaken() -> numberedAnew(open);
                case Outcome.KeysTaken(Map<Commit, Integer> losers) -> refused(open, losers);
                case Outcome.Failed(String reason, boolean concernsServer) -> failed(open, reason, concernsServer);
                case Outcome.NotProven() -> List.of();
            };
        }
    }

    private List<PendingCommit> done(Block block, List<PendingCommit> commits) {
        last = new LastBlock(block.asHead(), block.id());
        turns.wrote();
        long bytes = commits.stream().mapToLong(PendingCommit::bytes).sum();
        metrics.blockStands(commits.size(), block.events().size(), bytes);
        long position = block.position() - 1;
        for (PendingCommit commit : commits) {
            position += commit.commit().events().size();
            commit.done(position);
        }
        wakeUp.appended(position);
        return List.of();
    }

    private List<PendingCommit> numberedAnew(List<PendingCommit> commits) throws InterruptedException {
        metrics.renumbered();
        turns.metAnother();
        prepare();
        return commits;
    }

    private List<PendingCommit> refused(List<PendingCommit> commits, Map<Commit, Integer> losers) {
        // First, as with what stands: whoever was answered finds it counted.
        metrics.conflicts(losers.size());
        List<PendingCommit> rest = new ArrayList<>();
        for (PendingCommit commit : commits) {
            Integer index = losers.get(commit.commit());
            if (index == null) {
                rest.add(commit);
            } else {
                commit.failed(() -> new CommitRefusedException(commit.commit(), index));
            }
        }
        return rest;
    }

    private List<PendingCommit> failed(List<PendingCommit> commits, String reason, boolean concernsServer)
            throws InterruptedException {
        if (concernsServer) {
            health.refuses(reason);
        } else if (commits.size() > 1) {
            // Only one of them need be at fault: alone, each answers for itself.
            for (PendingCommit commit : commits) {
                write(List.of(commit));
            }
            return List.of();
        }
        commits.forEach(commit -> commit.failed(() -> new CommitFailedException(reason)));
        return List.of();
    }
}
