package io.shiporskip.log.append;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.metrics.AppendResult;
import io.shiporskip.log.metrics.AppenderMeters;
import io.shiporskip.log.metrics.LogMetrics;
import io.shiporskip.log.read.LogReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Appends commits to the log: one thread, one block in flight. Any number of threads may call {@link #append}, any
 * number of appenders may write to one log.
 */
public final class BlockAppender implements AutoCloseable {

    private final AppenderSettings settings;
    private final LogMetrics metrics;
    private final CommitQueue queue;
    private final AppenderHealth health = new AppenderHealth();
    private final AppenderMeters meters;
    private final Thread thread;
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
        this(database, wakeUp, settings, metrics, UnaryOperator.identity());
    }

    /** @param network between the appender and the server: a seam for tests */
    BlockAppender(
            MongoDatabase database,
            LogWakeUp wakeUp,
            AppenderSettings settings,
            LogMetrics metrics,
            UnaryOperator<Function<Block, Answer>> network) {
        this.settings = settings;
        this.metrics = metrics;
        this.queue = new CommitQueue(settings.queuedCommits(), settings.queuedBytes());
        MongoDatabase bounded = database.withTimeout(settings.answer().toMillis(), TimeUnit.MILLISECONDS);
        Function<Block, Answer> insert = network.apply(new BlockInsert(bounded)::send);
        BlockSender sender = new BlockSender(insert, new LogEvidence(bounded), this::givenUp, metrics, health);
        LogEnd end = new LogEnd(new LogReader(bounded)::lastBlock, health, this::givenUp);
        BlockIds ids = BlockIds.ofANewWriter();
        Place place = new Place(new LineDocument(database, LineDocument.TIMEOUT_MILLIS), ids.writer());
        Turns turns = new Turns(place, end, System::nanoTime, settings.turns());
        BlockWriter writer = new BlockWriter(end.now(), ids, sender, wakeUp, turns, health, metrics);
        this.meters = metrics.appender(queue::commits, queue::bytes, this::writable);
        ServerProbe probe = new ServerProbe(bounded, insert);
        this.thread = Thread.ofPlatform()
                .name("event-log-appender")
                .daemon()
                .start(new AppendLoop(queue, writer, turns, probe, health, this::givenUp));
    }

    private int writable() {
        return health.trouble().isEmpty() ? 1 : 0;
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
        health.takesNone().ifPresent(reason -> {
            throw new BusyException(reason);
        });
        refuseTimesAhead(commit);
        OptionalInt rival = CommitKeys.firstRivalWithin(commit);
        if (rival.isPresent()) {
            throw new CommitRefusedException(commit, rival.getAsInt());
        }
        PendingCommit pending = new PendingCommit(commit);
        try {
            if (!queue.offer(pending, deadline - System.nanoTime())) {
                throw new BusyException(health.takesNone().orElse("the log is busy: its queue is full"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException("interrupted before commit " + commit.id() + " was sent");
        }
        return pending.await(deadline - System.nanoTime());
    }

    /**
     * Why commits are not taken, or not answered, just now; empty when all is well. What the server keeps us from is tried
     * again by itself.
     */
    public Optional<String> health() {
        return health.trouble();
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

    private boolean givenUp() {
        return giveUpAt != Long.MAX_VALUE && System.nanoTime() - giveUpAt >= 0;
    }

    /** Takes no more commits, writes those that are queued, and waits for that as long as a command would. */
    @Override
    public void close() {
        long nanos = settings.patience().toNanos();
        giveUpAt = System.nanoTime() + nanos;
        health.end("the log is closed");
        queue.close();
        try {
            if (!thread.join(settings.patience())) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        meters.close();
    }
}
