package io.shiporskip.log.append;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

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
    private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
    private final CompletableFuture<LongSupplier> outcome = new CompletableFuture<>();

    PendingCommit(Commit commit) {
        this.commit = commit;
    }

    Commit commit() {
        return commit;
    }

    int bytes() {
        return commit.bytes();
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
        outcome.complete(() -> lastPosition);
    }

    /** It does not stand in the log and never will. The reason is made in the command's thread, to have its trace. */
    void failed(Supplier<RuntimeException> reason) {
        outcome.complete(() -> {
            throw reason.get();
        });
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
            return outcome.get(nanos, TimeUnit.NANOSECONDS).getAsLong();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an outcome is always a value", e);
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
