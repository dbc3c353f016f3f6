package io.shiporskip.query.projecting.asof;

import io.shiporskip.edge.problem.Problems;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets few work at once, some wait a moment, and turns away the rest, so that the past does not hold up the present. */
final class Turnstile {

    private static final int AT_ONCE = 2;
    private static final int WAITING = 32;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** @throws io.shiporskip.edge.problem.ProblemException past-busy (503) when it is too full */
    <T> T pass(Supplier<T> work) {
        if (places.getQueueLength() >= WAITING || !admitted()) {
            throw Problems.pastBusy(RETRY);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean admitted() {
        try {
            return places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
