package io.shiporskip.log.append;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.read.LogReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends commits to the log: one thread, one block in flight. Any number of threads may call {@link #append}, any
 * number of appenders may write to one log.
 */
public final class BlockAppender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BlockAppender.class);

    private final AppenderSettings settings;
    private final CommitQueue queue;
    private final BlockWriter writer;
    private final Thread thread;
    private volatile @Nullable String stoppedBy;
    private volatile long giveUpAt = Long.MAX_VALUE;

    /**
     * Starts the appender's thread, after reading where the log ends. The indexes must be there:
     * {@link io.shiporskip.log.EventLogSchema#ensure}.
     *
     * @param wakeUp told of every block that stands
     * @throws MongoException when the log cannot be read
     */
    public BlockAppender(MongoDatabase database, LogWakeUp wakeUp, AppenderSettings settings) {
        this.settings = settings;
        this.queue = new CommitQueue(settings.queuedCommits(), settings.queuedBytes());
        BlockSender sender = new BlockSender(new BlockInsert(database)::send, new LogEvidence(database), this::givenUp);
        this.writer = new BlockWriter(new LogReader(database), sender, wakeUp, this::stop, this::givenUp);
        this.thread = Thread.ofPlatform().name("event-log-appender").daemon().start(this::run);
    }

    /**
     * Appends the commit and waits until it stands in the log, for good.
     *
     * @return the position of its last event
     * @throws InvalidCommitException when an event's time is too far ahead of the clock
     * @throws CommitRefusedException when another commit holds one of its keys
     * @throws CommitFailedException when the server refused it for good
     * @throws BusyException when it was not sent in time; it is withdrawn
     * @throws UnknownOutcomeException when it was sent, and its outcome was not known in time
     */
    public long append(Commit commit) {
        long deadline = System.nanoTime() + settings.patience().toNanos();
        refuseTimesAhead(commit);
        OptionalInt rival = CommitKeys.firstRivalWithin(commit);
        if (rival.isPresent()) {
            throw new CommitRefusedException(commit, rival.getAsInt());
        }
        PendingCommit pending = new PendingCommit(commit);
        try {
            if (!queue.offer(pending, deadline - System.nanoTime())) {
                throw new BusyException(health().orElse("the log is busy: its queue is full"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException("interrupted before commit " + commit.id() + " was sent");
        }
        return pending.await(deadline - System.nanoTime());
    }

    /** Why no commits are taken; empty when all is well. */
    public Optional<String> health() {
        return Optional.ofNullable(stoppedBy);
    }

    private void refuseTimesAhead(Commit commit) {
        Duration ahead = settings.ahead();
        if (ahead == null) {
            return;
        }
        Instant latest = settings.clock().instant().plus(ahead);
        for (NewEvent event : commit.events()) {
            if (event.time().isAfter(latest)) {
                throw new InvalidCommitException("event " + event.id() + " says that it happened at " + event.time()
                        + ", more than " + ahead.toSeconds() + " s ahead of the clock");
            }
        }
    }

    private void run() {
        try {
            while (!givenUp()) {
                List<PendingCommit> commits = queue.takeBlock();
                if (commits.isEmpty()) {
                    return;
                }
                writer.write(commits);
            }
        } catch (InterruptedException e) {
            stop("the appender was interrupted");
        } catch (RuntimeException e) {
            LOG.error("The appender failed; the commits in flight stay unanswered", e);
            stop("the appender failed: " + e);
        }
    }

    private void stop(String reason) {
        stoppedBy = reason;
        queue.close();
    }

    private boolean givenUp() {
        return giveUpAt != Long.MAX_VALUE && System.nanoTime() - giveUpAt >= 0;
    }

    /** Takes no more commits, writes those that are queued, and waits for that as long as a command would. */
    @Override
    public void close() {
        long nanos = settings.patience().toNanos();
        giveUpAt = System.nanoTime() + nanos;
        stop("the log is closed");
        try {
            if (!thread.join(settings.patience())) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
