package io.shiporskip.log.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.shiporskip.log.Commits;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.append.Commit;
import io.shiporskip.log.append.NewEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogReaderTest {

    private final MongoDatabase database = TestServer.newDatabase();
    private final LogWakeUp wakeUp = new LogWakeUp();
    private final LogReader reader = new LogReader(database);
    private final BlockAppender appender = new BlockAppender(database, wakeUp, AppenderSettings.DEFAULT.withAnyTime());

    @AfterEach
    void closeAndExpectNoScan() {
        appender.close();
        assertThat(TestServer.scans(database)).isEmpty();
    }

    @Test
    void anEmptyLog() {
        assertThat(reader.head()).isEqualTo(LogHead.EMPTY);
        assertThat(reader.after(0, 10)).isEmpty();
        assertThat(reader.at(1)).isEmpty();
        assertThat(reader.positionAt(Instant.now())).isZero();
        assertThat(reader.stream("a", 0, 10)).isEmpty();
        assertThat(reader.lastSequence("a")).isEmpty();
    }

    @Test
    void fromAnyPositionAndWithAnyLimitTheSameEventsAreRead() {
        List<StoredEvent> all = write(new Random(1), 60);

        for (int position = 0; position <= all.size(); position++) {
            for (int limit : new int[] {1, 7, 1000}) {
                List<StoredEvent> read = reader.after(position, limit);
                assertThat(read).isEqualTo(all.subList(position, position + read.size()));
                assertThat(read.size()).isGreaterThanOrEqualTo(Math.min(limit, all.size() - position));
            }
        }
        all.forEach(event -> assertThat(reader.at(event.position())).contains(event));
        assertThat(reader.at(all.size() + 1)).isEmpty();
    }

    @Test
    void aStreamIsReadInPagesAndKnowsItsEnd() {
        List<StoredEvent> all = write(new Random(2), 200);

        for (String aggregate : List.of("s0", "s1", "s2", "nobody")) {
            List<StoredEvent> stream = all.stream()
                    .filter(event -> event.aggregate().equals(aggregate))
                    .toList();
            List<StoredEvent> read = new ArrayList<>();
            for (List<StoredEvent> page = reader.stream(aggregate, 0, 5);
                    !page.isEmpty();
                    page = reader.stream(aggregate, read.size(), 5)) {
                read.addAll(page);
            }
            assertThat(read).isEqualTo(stream);
            assertThat(reader.lastSequence(aggregate))
                    .isEqualTo(stream.isEmpty() ? OptionalLong.empty() : OptionalLong.of(stream.size() - 1L));
        }
    }

    @Test
    void asOfAnInstantIsTheEndOfTheLastBlockNotLater() {
        List<StoredEvent> all = write(new Random(3), 60);

        for (int seconds = -1; seconds <= 100; seconds++) {
            Instant instant = Commits.TIME.plusSeconds(seconds);
            long expected = all.stream()
                    .filter(event -> !event.at().isAfter(instant))
                    .mapToLong(StoredEvent::position)
                    .max()
                    .orElse(0);
            assertThat(reader.positionAt(instant)).isEqualTo(expected);
        }
    }

    @Test
    void nobodyStepsOverAMissingPosition() throws InterruptedException {
        write(new Random(4), 20);
        long missing = reader.at(5).orElseThrow().position();
        long start = blockOf(missing);
        database.getCollection(EventLogSchema.COLLECTION).deleteOne(Filters.eq("_id", start));

        assertThat(reader.after(0, 1000))
                .last()
                .extracting(StoredEvent::position)
                .isEqualTo(start - 1);
        assertThatThrownBy(() -> reader.after(start - 1, 1000)).isInstanceOf(LogGapException.class);
        LogFollower follower = new LogFollower(reader, wakeUp, start - 1);
        assertThat(follower.next(1000, Duration.ofMillis(20))).isEmpty();
        assertThat(follower.position()).isEqualTo(start - 1);
        assertThat(follower.stalls()).isEqualTo(1);
    }

    @Test
    void aFollowerIsWokenByAppendsInItsProcessAndFindsThoseOfOthers() {
        for (LogWakeUp heard : List.of(wakeUp, new LogWakeUp())) {
            long before = reader.head().position();
            LogFollower follower = new LogFollower(reader, heard, before);
            CompletableFuture<List<StoredEvent>> next = CompletableFuture.supplyAsync(() -> {
                try {
                    return follower.next(10, Duration.ofSeconds(20));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });

            long position = appender.append(Commits.of("f" + before, 0, 2));

            assertThat(next.join()).extracting(StoredEvent::position).containsExactly(position - 1, position);
        }
    }

    @Test
    void aPageOfAStreamHoldsNoMoreThanWasAskedForWhateverItsBlocksHold() {
        appender.append(Commits.of("a", 0, 5));

        assertThat(reader.stream("a", 1, 2)).extracting(StoredEvent::sequence).containsExactly(1L, 2L);
        assertThat(reader.stream("a", 4, 2)).extracting(StoredEvent::sequence).containsExactly(4L);
    }

    @Test
    void aFollowerCountsAStallOnceAndGoesOnWhenItIsOver() throws InterruptedException {
        write(new Random(5), 5);
        LogFollower follower = new LogFollower(reader, wakeUp, 0);
        long start = blockOf(follower.next(1000, Duration.ZERO).getLast().position());
        Document last = database.getCollection(EventLogSchema.COLLECTION)
                .find(Filters.eq("_id", start))
                .first();
        LogFollower stalled = new LogFollower(reader, wakeUp, start - 1);
        appender.append(Commits.of("after", 0, 1));
        database.getCollection(EventLogSchema.COLLECTION).deleteOne(Filters.eq("_id", start));

        assertThat(stalled.next(1000, Duration.ZERO)).isEmpty();
        assertThat(stalled.next(1000, Duration.ofMillis(30))).isEmpty();
        assertThat(stalled.stalls()).isEqualTo(1);

        database.getCollection(EventLogSchema.COLLECTION).insertOne(last);
        assertThat(stalled.next(1000, Duration.ofSeconds(20)))
                .first()
                .extracting(StoredEvent::position)
                .isEqualTo(start);
        assertThat(stalled.stalls()).isEqualTo(1);
    }

    @Test
    void aStallBeyondTheNextReadIsFoundBySeeingTheHead() throws InterruptedException {
        write(new Random(6), 30);
        long start = blockOf(5);
        database.getCollection(EventLogSchema.COLLECTION).deleteOne(Filters.eq("_id", start));
        LogFollower follower = new LogFollower(reader, wakeUp, start - 1);

        assertThat(follower.next(1, Duration.ofMillis(30))).isEmpty();
        assertThat(follower.stalls()).isEqualTo(1);
        assertThat(follower.position()).isEqualTo(start - 1);
    }

    @Test
    void aClosedFollowerStopsWaiting() {
        LogFollower follower = new LogFollower(reader, wakeUp, 0);
        CompletableFuture<List<StoredEvent>> next = CompletableFuture.supplyAsync(() -> {
            try {
                return follower.next(10, Duration.ofHours(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        follower.close();

        await().until(next::isDone);
        assertThat(next.join()).isEmpty();
    }

    @Test
    void whoReadsOnAmidABlockNeedsNoneBeforeIt() {
        appender.append(Commits.of("a", 0, 1));
        appender.append(Commits.of("b", 0, 3));
        database.getCollection(EventLogSchema.COLLECTION).deleteOne(Filters.eq("_id", 1));

        assertThat(reader.after(2, 10)).extracting(StoredEvent::position).containsExactly(3L, 4L);
    }

    @Test
    void aReadOfVeryLargeEventsEndsAfterTheBlockThatFillsIt() {
        String payload = "x".repeat(7_999_998);
        appender.append(Commits.of(new NewEvent(Commits.id(), "a", "Thing", 0, "X", "1", Commits.TIME, payload, "{}")));
        appender.append(Commits.of("a", 1, 1));

        assertThat(reader.after(0, 10)).extracting(StoredEvent::position).containsExactly(1L);
        assertThat(reader.after(1, 10)).extracting(StoredEvent::position).containsExactly(2L);
    }

    @Test
    void theHeadAtAPositionIsWhereItsBlockEnds() {
        appender.append(Commits.of("a", 0, 3));
        LogHead head = reader.head();
        appender.append(Commits.of("a", 3, 1));

        assertThat(reader.headAt(2)).contains(head);
        assertThat(reader.headAt(5)).isEmpty();
    }

    @Test
    void anInstantIsNotFoundAcrossAMissingPosition() {
        for (int i = 0; i < 3; i++) {
            appender.append(Commits.of("a", i, 1));
        }
        database.getCollection(EventLogSchema.COLLECTION).deleteOne(Filters.eq("_id", 2));

        assertThatThrownBy(() -> reader.positionAt(Commits.TIME))
                .isInstanceOf(LogGapException.class)
                .hasMessage("position 2 is missing in the log, which goes on at 3");
    }

    @Test
    void aStreamIsInOrderWhateverTheOrderInItsBlocks() {
        appender.append(Commits.of(Commits.event("a", 1), Commits.event("a", 0)));

        assertThat(reader.stream("a", 0, 10)).extracting(StoredEvent::sequence).containsExactly(0L, 1L);
    }

    @Test
    void theEndOfALongStreamIsFoundWithFewQueries() {
        for (int i = 0; i < 100; i++) {
            appender.append(Commits.of("a", i, 1));
        }
        FindCount finds = new FindCount();
        try (MongoClient client = finds.connect()) {
            assertThat(new LogReader(client.getDatabase(database.getName())).lastSequence("a"))
                    .hasValue(99);
        }

        // Steps of 1, 2, 4 … and back.
        assertThat(finds.answered()).isLessThan(20);
    }

    private long blockOf(long position) {
        return LongStream.iterate(position, at -> at - 1)
                .filter(at -> database.getCollection(EventLogSchema.COLLECTION)
                                .find(Filters.eq("_id", at))
                                .first()
                        != null)
                .findFirst()
                .orElseThrow();
    }

    /** Blocks of different sizes, three streams mixed, times that go back now and then. */
    private List<StoredEvent> write(Random random, int commits) {
        long[] sequences = new long[3];
        for (int i = 0; i < commits; i++) {
            List<NewEvent> events = new ArrayList<>();
            for (int n = random.nextInt(5); n >= 0; n--) {
                int stream = random.nextInt(3);
                Instant time = Commits.TIME.plusSeconds(i + random.nextInt(30) - 15L);
                events.add(Commits.event("s" + stream, sequences[stream]++, time));
            }
            appender.append(new Commit(Commits.id(), events));
        }
        return reader.after(0, 1_000_000);
    }
}
