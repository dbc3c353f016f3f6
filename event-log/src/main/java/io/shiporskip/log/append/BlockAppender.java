package io.shiporskip.log.append;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.metrics.AppendResult;
import io.shiporskip.log.metrics.LogMetrics;
import io.shiporskip.log.read.LogReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends commits to the log: one thread, one block in flight. Any number of threads may call {@link #append}, any
 * number of appenders may write to one log.
 */
public final class BlockAppender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BlockAppender.class);

    /** Without an answer for so long a send counts as unanswered; a dead connection would keep silent for minutes. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final AppenderSettings settings;
    private final LogMetrics metrics;
    private final CommitQueue queue;
    private final BlockWriter writer;
    private final Thread thread;
    private volatile @Nullable String stoppedBy;
    private volatile long giveUpAt = Long.MAX_VALUE;

    /** The same without meters. */
    public BlockAppender(MongoDatabase database, LogWakeUp wakeUp, AppenderSettings settings) {
        this(database, wakeUp, settings, LogMetrics.none());
    }

    /**
     * Starts the appender's thread, after reading where the log ends. The indexes must be there:
     * {@link io.shiporskip.log.EventLogSchema#ensure}.
     *
     * @param wakeUp told of every block that stands
     * @param metrics told of every block and of what each commit was answered
     * @throws MongoException when the log cannot be read
     */
    public BlockAppender(MongoDatabase database, LogWakeUp wakeUp, AppenderSettings settings, LogMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
        this.queue = new CommitQueue(settings.queuedCommits(), settings.queuedBytes());
        MongoDatabase bounded = database.withTimeout(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        BlockSender sender =
                new BlockSender(new BlockInsert(bounded)::send, new LogEvidence(bounded), this::givenUp, metrics);
        this.writer = new BlockWriter(new LogReader(bounded), sender, wakeUp, this::stop, this::givenUp, metrics);
        metrics.gauge("event.log.queue.commits", "Commits that wait to be sent", queue::commits);
        metrics.gauge("event.log.queue.bytes", "About the bytes of the commits that wait to be sent", queue::bytes);
        metrics.gauge("event.log.writable", "1 while commits are taken, else 0", () -> stoppedBy == null ? 1 : 0);
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
        long start = System.nanoTime();
        AppendResult result = AppendResult.FAILED;
        try {
            long position = append(commit, start + settings.patience().toNanos());
            result = AppendResult.DONE;
            return position;
        } catch (CommitRefusedException e) {
            result = AppendResult.REFUSED;
            throw e;
        } catch (BusyException e) {
            result = AppendResult.BUSY;
            throw e;
        } catch (UnknownOutcomeException e) {
            result = AppendResult.UNKNOWN;
            throw e;
        } catch (InvalidCommitException e) {
            result = AppendResult.INVALID;
            throw e;
        } finally {
            metrics.appended(result, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private long append(Commit commit, long deadline) {
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
        if (stoppedBy == null) {
            stoppedBy = reason;
        }
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
