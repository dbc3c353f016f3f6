package io.shiporskip.log.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shiporskip.log.Commits;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.metrics.LogMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many followers, one reader. */
class LogHubTest {

    private static final int FOLLOWERS = 20;

    private final MongoDatabase database = TestServer.newDatabase();
    private final BlockAppender appender = new BlockAppender(database, new LogWakeUp(), AppenderSettings.DEFAULT);
    private final AtomicInteger finds = new AtomicInteger();
    private final AtomicInteger hellos = new AtomicInteger();
    private final AtomicReference<@Nullable Error> fault = new AtomicReference<>();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(TestServer.uri()))
            .addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    if (event.getCommandName().equals("hello")) {
                        hellos.incrementAndGet();
                    }
                    if (event.getCommandName().equals("find")) {
                        finds.incrementAndGet();
                        Error error = fault.get();
                        if (error != null) {
                            throw error;
                        }
                    }
                }
            })
            .build());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LogWakeUp wakeUp = new LogWakeUp();
    private final LogHub hub = new LogHub(client.getDatabase(database.getName()), wakeUp, new LogMetrics(meters));

    @AfterEach
    void close() {
        hub.close();
        client.close();
        appender.close();
    }

    @Test
    void whereverAFollowerStartsItSeesTheSameEventsInTheSameOrder() {
        write(300);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<List<StoredEvent>>> all = new ArrayList<>();
            for (int i = 0; i < FOLLOWERS; i++) {
                int after = i * 20;
                all.add(CompletableFuture.supplyAsync(() -> follow(after, 600), threads));
            }
            write(300);
            List<StoredEvent> log = new LogReader(database).after(0, 1_000);
            assertThat(log).hasSize(600);
            for (int i = 0; i < FOLLOWERS; i++) {
                assertThat(all.get(i).join()).isEqualTo(log.subList(i * 20, 600));
            }
        }
    }

    @Test
    void atTheEndAnyNumberOfFollowersCostNoMoreThanOne() throws InterruptedException {
        write(1);
        List<LogFollower> followers = new ArrayList<>();
        for (int i = 0; i < FOLLOWERS; i++) {
            followers.add(hub.follow("many", 1));
        }
        for (LogFollower follower : followers) {
            assertThat(follower.next(10, Duration.ZERO)).isEmpty();
        }
        finds.set(0);
        write(50);
        for (LogFollower follower : followers) {
            while (follower.position() < 51) {
                follower.next(10, Duration.ofSeconds(20));
            }
        }
        // The hub polls while it waits; 20 readers by themselves would have asked at least as often as there are
        // blocks.
        assertThat(finds.get()).isLessThan(FOLLOWERS * 50 / 2);
        await().until(() -> lag() == 0);
        followers.forEach(LogFollower::close);
    }

    @Test
    void itsMetersTellHowFarAFollowerIsBehind() throws InterruptedException {
        try (LogFollower follower = hub.follow("slow", 0)) {
            assertThat(follower.next(10, Duration.ZERO)).isEmpty();
            write(7);
            await().until(() -> meters.get("event.log.follower.lag")
                            .tag("follower", "slow")
                            .gauge()
                            .value()
                    == 7);
        }
    }

    @Test
    void whoHasFallenBehindTheRingIsToldSoAndTheRestIsKept() {
        TailRing ring = new TailRing(2_000);
        ring.startAfter(0);
        write(30);
        List<StoredEvent> log = new LogReader(database).after(0, 100);
        for (StoredEvent event : log) {
            ring.add(List.of(event));
        }
        assertThat(ring.after(0, 100)).isEmpty();
        assertThat(ring.after(30, 100)).contains(List.of());
        assertThat(ring.after(27, 100)).contains(log.subList(27, 30));
        assertThat(ring.after(27, 1)).contains(log.subList(27, 28));
    }

    @Test
    void whoIsAtAGapBehindTheRingAsksNowAndThenAndGoesOnWhenItIsFilled() throws InterruptedException {
        write(30);
        MongoCollection<Document> blocks = database.getCollection(EventLogSchema.COLLECTION);
        Document missing = blocks.findOneAndDelete(Filters.eq("_id", 5L));
        try (LogFollower atTheEnd = hub.follow("end", 30);
                LogFollower stalled = hub.follow("stalled", 4)) {
            assertThat(atTheEnd.next(10, Duration.ofMillis(100))).isEmpty();
            finds.set(0);

            assertThat(stalled.next(10, Duration.ofSeconds(1))).isEmpty();

            // Every 50 ms at most, and those of the hub itself.
            assertThat(finds.get()).isLessThan(150);
            assertThat(stalled.stalls()).isEqualTo(1);
            blocks.insertOne(missing);
            assertThat(stalled.next(10, Duration.ofSeconds(20)).getFirst().position())
                    .isEqualTo(5);
        }
    }

    @Test
    void anErrorOfItsReaderIsToldToFollowersAndGoneOnAfter() throws InterruptedException {
        write(1);
        try (LogFollower follower = hub.follow("told", 1)) {
            assertThat(follower.next(10, Duration.ofMillis(200))).isEmpty();
            fault.set(new LinkageError("for this test"));
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            follower.next(10, Duration.ofMillis(50));
                        }
                    })
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("for this test");

            fault.set(null);
            write(1);
            await().dontCatchUncaughtExceptions()
                    .ignoreExceptions()
                    .until(() -> !follower.next(10, Duration.ofMillis(50)).isEmpty());
        }
    }

    @Test
    void itsMetersTellHowManyFollowersShareIt() {
        LogFollower first = hub.follow("first", 0);
        try (LogFollower second = hub.follow("second", 0)) {
            assertThat(meters.get("event.log.hub.followers").gauge().value()).isEqualTo(2);
            first.close();
            assertThat(meters.get("event.log.hub.followers").gauge().value()).isEqualTo(1);
            assertThat(second.position()).isZero();
        }
    }

    @Test
    void aFollowerThatIsClosedWaitsNoMore() {
        LogFollower follower = hub.follow("closed", 0);
        await().until(() -> hub.after(0, 1).isPresent());
        Thread waits = Thread.ofVirtual().start(() -> {
            try {
                follower.next(10, Duration.ofHours(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> waits.getState() == Thread.State.TIMED_WAITING);

        follower.close();

        await().until(() -> !waits.isAlive());
    }

    @Test
    void aMissingPositionIsToldToEveryFollowerAndGoneOnFromWhenItIsThere() throws InterruptedException {
        write(5);
        MongoCollection<Document> blocks = database.getCollection(EventLogSchema.COLLECTION);
        Document fourth = blocks.findOneAndDelete(Filters.eq("_id", 4L));
        Document fifth = blocks.findOneAndDelete(Filters.eq("_id", 5L));
        try (LogFollower follower = hub.follow("stalled", 3)) {
            await().until(() -> hub.after(3, 1).isPresent());
            blocks.insertOne(fifth);

            await().until(() -> follower.stalls() == 1);
            assertThat(follower.next(10, Duration.ZERO)).isEmpty();

            blocks.insertOne(fourth);
            assertThat(follower.next(10, Duration.ofSeconds(20)))
                    .extracting(StoredEvent::position)
                    .startsWith(4L);
        }
    }

    @Test
    void itAsksItsServerWhetherThatTellsOfGrowthByItself() {
        try (LogFollower follower = hub.follow("first", 0)) {
            await().until(() -> hellos.get() == 1);
            assertThat(follower.position()).isZero();
        }
    }

    private double lag() {
        return meters.get("event.log.follower.lag")
                .tag("follower", "many")
                .gauge()
                .value();
    }

    private List<StoredEvent> follow(long after, long until) {
        List<StoredEvent> seen = new ArrayList<>();
        try (LogFollower follower = hub.follow("test", after)) {
            while (follower.position() < until) {
                seen.addAll(follower.next(37, Duration.ofSeconds(20)));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return seen;
    }

    private void write(int commits) {
        for (int i = 0; i < commits; i++) {
            appender.append(Commits.of(Commits.id(), 0, 1));
        }
    }
}
