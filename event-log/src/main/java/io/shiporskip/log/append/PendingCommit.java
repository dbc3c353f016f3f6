package io.shiporskip.log.append;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A commit on its way. Either its command withdraws it while it is queued, or the appender claims it for a block;
 * whoever is first decides, and once claimed it is answered by its outcome alone.
 */
final class PendingCommit {

    private enum State {
        QUEUED,
        CLAIMED,
        WITHDRAWN
    }

    private final Commit commit;
    private final int bytes;
    private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
    private final CompletableFuture<Long> outcome = new CompletableFuture<>();

    PendingCommit(Commit commit) {
        this.commit = commit;
        this.bytes = commit.bytes();
    }

    Commit commit() {
        return commit;
    }

    int bytes() {
        return bytes;
    }

    /** For the appender, before it sends: false when the command no longer waits. */
    boolean claim() {
        return state.compareAndSet(State.QUEUED, State.CLAIMED);
    }

    private boolean withdraw() {
        return state.compareAndSet(State.QUEUED, State.WITHDRAWN);
    }

    /** It stands in the log, its last event at this position. */
    void done(long lastPosition) {
        outcome.complete(lastPosition);
    }

    /** It does not stand in the log and never will. */
    void failed(RuntimeException reason) {
        outcome.completeExceptionally(reason);
    }

    /**
     * Waits for the outcome.
     *
     * @return the position of its last event
     * @throws BusyException when the wait ended and it was not sent
     * @throws UnknownOutcomeException when the wait ended after it was sent
     */
    long await(long nanos) {
        try {
            return outcome.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                // Thrown in the command's thread: its own trace is worth more there than the appender's.
                reason.addSuppressed(new IllegalStateException("awaited here"));
                throw reason;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unanswered();
        } catch (TimeoutException e) {
            throw unanswered();
        }
    }

    private RuntimeException unanswered() {
        return withdraw()
                ? new BusyException("the log is busy: commit " + commit.id() + " was not sent and is withdrawn")
                : new UnknownOutcomeException(commit.id());
    }
}
