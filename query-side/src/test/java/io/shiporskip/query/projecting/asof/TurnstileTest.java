package io.shiporskip.query.projecting.asof;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.edge.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many who ask for different moments at once. */
class TurnstileTest {

    @Test
    void twoWorkAtOnceSomeWaitAndTheRestAreTurnedAway() throws Exception {
        var turnstile = new Turnstile();
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var refused = new CountDownLatch(10);
        List<Future<String>> asked = new ArrayList<>();
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int asker = 0; asker < 60; asker++) {
                asked.add(askers.submit(() -> {
                    try {
                        return turnstile.pass(() -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            awaitUnchecked(refused);
                            inside.decrementAndGet();
                            return "done";
                        });
                    } catch (ProblemException turnedAway) {
                        refused.countDown();
                        return turnedAway.code();
                    }
                }));
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<String> one : asked) {
                outcomes.add(one.get());
            }
            assertThat(most).hasValue(2);
            assertThat(outcomes).contains("done", "past-busy").allMatch(List.of("done", "past-busy")::contains);
            assertThat(outcomes.stream().filter("done"::equals).count()).isBetween(2L, 50L);
        }
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
