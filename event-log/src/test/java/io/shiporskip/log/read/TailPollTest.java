package io.shiporskip.log.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shiporskip.log.Commits;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.metrics.LogMetrics;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often the server is asked for what comes next, and what is said when that is missing. */
class TailPollTest {

    private final MongoDatabase database = TestServer.newDatabase();
    private final FindCount finds = new FindCount();
    private final MongoClient client = finds.connect();
    private final LogReader reader = new LogReader(client.getDatabase(database.getName()));
    private final LogWakeUp wakeUp = new LogWakeUp();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TailPoll poll = new TailPoll(reader, wakeUp, new LogMetrics(meters));

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aFollowerAtTheEndAsksNowAndThen() throws InterruptedException {
        LogFollower follower = new LogFollower(reader, wakeUp, 0);

        assertThat(follower.next(10, Duration.ofMillis(100))).isEmpty();

        // Pauses of 2, 4, 8, 16 and 32 ms, then what is left.
        assertThat(finds.answered()).isLessThan(30);
    }

    @Test
    void whoeverIsToldOfEveryGrowthAsksMoreSeldomStill() throws InterruptedException {
        wakeUp.hearsAll(true);
        LogFollower follower = new LogFollower(reader, wakeUp, 0);

        assertThat(follower.next(10, Duration.ofMillis(600))).isEmpty();

        // Ten times, of two queries each; every 50 ms it would be fifteen times.
        assertThat(finds.answered()).isLessThan(26);
    }

    @Test
    void howeverOftenItAskedInVainItAsksAgainSoon() {
        Thread asks = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 12; i++) {
                pause(Duration.ofHours(1));
            }
        });

        await().until(() -> !asks.isAlive());
    }

    @Test
    void atAMissingPositionItAsksNowAndThenThoughItIsToldThatTheLogGoesOn() throws InterruptedException {
        write(3);
        delete(2);
        wakeUp.appended(3);
        LogFollower follower = new LogFollower(reader, wakeUp, 1);

        assertThat(follower.next(10, Duration.ofMillis(100))).isEmpty();

        assertThat(finds.answered()).isLessThan(30);
        assertThat(follower.stalls()).isEqualTo(1);
    }

    @Test
    void aMissingPositionIsCountedOnceHoweverOftenItIsMet() throws InterruptedException {
        write(3);
        delete(2);

        assertThat(poll.read(1, 10)).isEmpty();
        assertThat(poll.read(1, 10)).isEmpty();

        assertThat(poll.stalls()).isEqualTo(1);
        assertThat(meters.get("event.log.stalls").counter().count()).isEqualTo(1);
    }

    @Test
    void aMissingPositionOutOfSightIsFoundSoon() throws InterruptedException {
        write(4);
        delete(2);
        delete(3);

        assertThat(poll.read(1, 1)).isEmpty();
        assertThat(poll.read(1, 1)).isEmpty();

        assertThat(poll.stalls()).isEqualTo(1);
    }

    @Test
    void theEndOfTheLogIsLookedAtOnceInTwentyTimes() throws InterruptedException {
        for (int i = 0; i < 21; i++) {
            assertThat(poll.read(0, 10)).isEmpty();
        }

        // Two queries each time, and one for the end after the second.
        assertThat(finds.answered()).isEqualTo(43);
    }

    private void pause(Duration left) {
        try {
            poll.pause(0, left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Blocks of one event each. */
    private void write(int blocks) {
        try (BlockAppender appender = new BlockAppender(database, new LogWakeUp(), AppenderSettings.DEFAULT)) {
            for (int i = 0; i < blocks; i++) {
                appender.append(Commits.of("a", i, 1));
            }
        }
    }

    private void delete(long position) {
        database.getCollection(EventLogSchema.COLLECTION).deleteOne(Filters.eq("_id", position));
    }
}
