package io.shiporskip.log.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.Commits;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A feed of changes that works, breaks and comes back; on a replica set, the server's own. */
class ChangeWatchTest {

    private final LogWakeUp wakeUp = new LogWakeUp();
    private final BlockingQueue<Supplier<OptionalLong>> told = new LinkedBlockingQueue<>();
    private final Semaphore mayOpen = new Semaphore(1);
    private final AtomicLong nanos = new AtomicLong();
    private final ChangeWatch watch = new ChangeWatch(new Scripted(), wakeUp, nanos::get);

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void whatIsToldWakesReaders() throws InterruptedException {
        watch.start();
        told.add(() -> OptionalLong.of(7));
        assertThat(wakeUp.awaitBeyond(6, Duration.ofSeconds(20))).isTrue();
        assertThat(wakeUp.hearsAll()).isTrue();
    }

    @Test
    void aBrokenFeedHasReadersPollUntilItIsBack() throws InterruptedException {
        watch.start();
        await().until(wakeUp::hearsAll);
        told.add(() -> {
            throw new MongoException("the primary stepped down");
        });
        await().until(() -> !wakeUp.hearsAll());

        mayOpen.release();
        await().until(wakeUp::hearsAll);
        told.add(() -> OptionalLong.of(9));
        assertThat(wakeUp.awaitBeyond(8, Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void aFeedThatHasWorkedForAWhileIsBackSoonHoweverOftenOthersBrokeBefore() throws InterruptedException {
        mayOpen.release(20);
        watch.start();
        // After these the pause is more than three seconds.
        for (int i = 0; i < 6; i++) {
            breaks();
        }
        nanos.addAndGet(ChangeWatch.WORKED.toNanos());
        told.add(() -> OptionalLong.of(7));
        assertThat(wakeUp.awaitBeyond(6, Duration.ofSeconds(20))).isTrue();
        long start = System.nanoTime();
        told.add(() -> OptionalLong.of(8));
        breaks();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aFeedThatNeverWorksIsOpenedMoreSeldomThanOneThatWorkedBeforeItBroke() {
        Breaking never = new Breaking(Duration.ZERO);
        Breaking now = new Breaking(ChangeWatch.WORKED);
        try (ChangeWatch first = new ChangeWatch(never, wakeUp, never.nanos::get);
                ChangeWatch second = new ChangeWatch(now, wakeUp, now.nanos::get)) {
            first.start();
            second.start();
            await().until(() -> now.opened.get() >= 10);
        }

        // The one is opened every 50 ms; the other's pauses are twice as long each time, of which six are three
        // seconds.
        assertThat(never.opened.get()).isBetween(2, 6);
    }

    @Test
    void aWatchThatIsClosedEndsItsFeedThoughNothingIsTold() {
        AtomicBoolean ended = new AtomicBoolean();
        ChangeWatch silent = new ChangeWatch(new Silent(ended), wakeUp);
        silent.start();
        await().until(wakeUp::hearsAll);

        silent.close();

        await().untilTrue(ended);
        await().until(() -> !wakeUp.hearsAll());
    }

    /** Returns when it is open again. */
    private void breaks() {
        int before = mayOpen.availablePermits();
        told.add(() -> {
            throw new MongoException("broken");
        });
        await().until(() -> mayOpen.availablePermits() < before && wakeUp.hearsAll());
    }

    @Test
    void aReplicaSetTellsByItself() throws InterruptedException {
        MongoDatabase database = TestServer.newDatabase();
        MongoChanges changes = new MongoChanges(database);
        assumeTrue(changes.available(), "no replica set here: MONGODB_URI names none");
        try (ChangeWatch real = new ChangeWatch(changes, wakeUp);
                BlockAppender appender = new BlockAppender(database, new LogWakeUp(), AppenderSettings.DEFAULT)) {
            real.start();
            await().until(wakeUp::hearsAll);
            long position = appender.append(Commits.of("a", 0, 3));
            assertThat(wakeUp.awaitBeyond(position - 1, Duration.ofSeconds(20))).isTrue();
        }
    }

    /** Tells nothing for a while, then breaks. */
    private static final class Breaking implements Changes {

        private final AtomicLong nanos = new AtomicLong(TimeUnit.HOURS.toNanos(1));
        private final AtomicInteger opened = new AtomicInteger();
        private final Duration works;

        Breaking(Duration works) {
            this.works = works;
        }

        @Override
        public boolean available() {
            return true;
        }

        @Override
        public Feed open() {
            opened.incrementAndGet();
            AtomicBoolean asked = new AtomicBoolean();
            return new Feed() {
                @Override
                public OptionalLong next() {
                    if (asked.getAndSet(true)) {
                        throw new MongoException("broken");
                    }
                    nanos.addAndGet(works.toNanos());
                    return OptionalLong.empty();
                }

                @Override
                public void close() {
                    // Nothing is open.
                }
            };
        }
    }

    /** Waits for a word that never comes. */
    private record Silent(AtomicBoolean ended) implements Changes {

        @Override
        public boolean available() {
            return true;
        }

        @Override
        public Feed open() {
            return new Feed() {
                @Override
                public OptionalLong next() {
                    try {
                        new CountDownLatch(1).await();
                        return OptionalLong.empty();
                    } catch (InterruptedException e) {
                        throw new MongoInterruptedException("closed", e);
                    }
                }

                @Override
                public void close() {
                    ended.set(true);
                }
            };
        }
    }

    private final class Scripted implements Changes {

        @Override
        public boolean available() {
            return true;
        }

        @Override
        public Feed open() {
            mayOpen.acquireUninterruptibly();
            return new Feed() {
                @Override
                public OptionalLong next() {
                    try {
                        Supplier<OptionalLong> next = told.poll(20, TimeUnit.MILLISECONDS);
                        return next == null ? OptionalLong.empty() : next.get();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return OptionalLong.empty();
                    }
                }

                @Override
                public void close() {
                    // Nothing is open.
                }
            };
        }
    }
}
