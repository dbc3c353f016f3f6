package io.shiporskip.log.append;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the appender's thread does: one block after the other, until the queue is closed and drained. */
final class AppendLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(AppendLoop.class);

    /** The next command of a busy client comes sooner than this; after it, others need not wait for this one. */
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final CommitQueue queue;
    private final BlockWriter writer;
    private final Turns turns;
    private final ServerProbe probe;
    private final AppenderHealth health;
    private final BooleanSupplier givenUp;
    private Backoff afterFaults = new Backoff();

    AppendLoop(
            CommitQueue queue,
            BlockWriter writer,
            Turns turns,
            ServerProbe probe,
            AppenderHealth health,
            BooleanSupplier givenUp) {
        this.queue = queue;
        this.writer = writer;
        this.turns = turns;
        this.probe = probe;
        this.health = health;
        this.givenUp = givenUp;
    }

    @Override
    public void run() {
        try {
            while (!givenUp.getAsBoolean() && awaitCommit()) {
                writeBlock();
                if (health.isRefused()) {
                    awaitMended();
                }
            }
            turns.leave();
        } catch (InterruptedException e) {
            end("the appender was interrupted");
        } catch (RuntimeException | Error e) {
            LOG.error("The appender ends; the commits in flight stay unanswered, start again", e);
            end("the appender failed, start again: " + e);
        }
    }

    /** @return false when no commit is left and none will come */
    private boolean awaitCommit() throws InterruptedException {
        if (turns.isWaitedFor() && !queue.awaitCommit(REST_NANOS)) {
            turns.leave();
        }
        return queue.awaitCommit(Long.MAX_VALUE);
    }

    private void writeBlock() throws InterruptedException {
        try {
            writer.prepare();
            List<PendingCommit> commits = queue.takeWaiting();
            if (!commits.isEmpty()) {
                writer.write(commits);
            }
            turns.end();
            afterFaults = new Backoff();
        } catch (RuntimeException e) {
            // A fault of ours in one block. What became of it is unknown, and its slot and keys keep it from harm.
            LOG.error("A block could not be dealt with; its commits stay unanswered, the next ones go on", e);
            turns.leave();
            // Commits that were not taken yet are still waiting, and would fail at once again.
            afterFaults.pause();
        }
    }

    private void awaitMended() throws InterruptedException {
        Backoff backoff = new Backoff();
        while (!queue.isClosed() && !givenUp.getAsBoolean()) {
            backoff.pause();
            Optional<String> still = probe.refusal();
            if (still.isEmpty()) {
                health.takesAgain();
                return;
            }
            health.refuses(still.get());
        }
    }

    private void end(String reason) {
        health.end(reason);
        queue.close();
    }
}
