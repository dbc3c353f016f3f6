package io.shiporskip.benchmarks.growth;

import io.shiporskip.benchmarks.product.Product;
import io.shiporskip.benchmarks.product.Votes;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.append.Commit;
import io.shiporskip.log.read.LogFollower;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** From the moment a commit is handed to the appender until a follower that was asleep has its event. */
final class Wakes implements Operation.Preparation, Operation.Timed {

    private static final Duration WAIT = Duration.ofSeconds(10);

    private final Product product;
    private final Votes votes;
    private final BlockingQueue<Long> seen = new LinkedBlockingQueue<>();

    Wakes(Product product, Votes votes) {
        this.product = product;
        this.votes = votes;
    }

    /** Follows for so many events, on a thread of its own. */
    @Override
    public void of(int times) {
        long head = product.log().reader().head().position();
        Thread.ofVirtual().name("follower").start(() -> follow(head, times));
    }

    private void follow(long head, int times) {
        try (LogFollower follower =
                new LogFollower(product.log().reader(), product.log().wakeUp(), head)) {
            for (int got = 0; got < times; ) {
                List<StoredEvent> events = follower.next(1, WAIT);
                if (events.isEmpty()) {
                    return;
                }
                long now = System.nanoTime();
                events.forEach(_ -> seen.add(now));
                got += events.size();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public long once() throws InterruptedException {
        Commit vote = votes.next();
        long start = System.nanoTime();
        product.log().appender().append(vote);
        Long then = seen.poll(WAIT.toSeconds(), TimeUnit.SECONDS);
        if (then == null) {
            throw new IllegalStateException("the follower did not see the event within " + WAIT.toSeconds() + " s");
        }
        return then - start;
    }
}
