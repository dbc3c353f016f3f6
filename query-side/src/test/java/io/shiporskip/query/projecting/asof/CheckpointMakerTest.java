package io.shiporskip.query.projecting.asof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.result.DeleteResult;
import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.events.DomainEvent;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.query.leaderboard.LeaderboardProjection;
import io.shiporskip.query.leaderboard.ranking.Standing;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.sample.AllProjections;
import io.shiporskip.query.sample.ListedEvents;
import io.shiporskip.query.sample.QueryNode;
import io.shiporskip.query.sample.RandomHistory;
import io.shiporskip.query.sample.TestDatabase;
import io.shiporskip.query.sample.TestLog;
import java.time.Duration;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which checkpoints there come to be, on which occasion. */
@SuppressWarnings("NullAway.Init")
class CheckpointMakerTest {

    private static final LeaderboardProjection BOARD = new LeaderboardProjection();
    private static final int EVERY = 50;

    private static TestDatabase server;

    @BeforeAll
    static void open() {
        server = new TestDatabase();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    /** A node makes them as the log grows; what is thrown away meanwhile comes back. */
    @Test
    void aNodeThatFoldsMakesThemAndMakesThemAgain() {
        var wakeUp = new LogWakeUp();
        MongoDatabase database = server.fresh();
        try (var log = new TestLog(database, wakeUp)) {
            List<DomainEvent> history = RandomHistory.of(3, 400);
            log.append(history.subList(0, 210)); // a log that has none yet
            try (var node = new QueryNode(database, wakeUp, AllProjections.LIST, BulkWriter.UNORDERED)) {
                awaitPositions(node.checkpoints, 50L, 100L, 150L, 200L);
                log.append(history.subList(210, 260));
                awaitPositions(node.checkpoints, 50L, 100L, 150L, 200L, 250L);

                DeleteResult dropped =
                        database.getCollection("checkpoints.leaderboard@1").deleteMany(new Document());
                assertThat(dropped.getDeletedCount()).isEqualTo(5);
                awaitPositions(node.checkpoints, 50L, 100L, 150L, 200L, 250L);
                assertThat(node.engine.trouble()).isNull();
            }
        }
    }

    @Test
    void aHigherRevisionDropsWhatEarlierOnesKeptAndLeavesALaterOnesAlone() throws Exception {
        MongoDatabase database = server.fresh();
        var log = new ListedEvents(RandomHistory.of(3, 120));
        var checkpoints = new Checkpoints(database, BulkWriter.UNORDERED, EVERY);
        for (int revision : List.of(1, 2, 3)) {
            new CheckpointMaker(checkpoints, log, List.of(new Revised(revision, 0))).look();
        }
        assertThat(checkpoints.positions(new Revised(2, 0))).isEmpty();
        new CheckpointMaker(checkpoints, log, List.of(new Revised(2, 0))).look();

        assertThat(checkpoints.positions(new Revised(1, 0))).isEmpty();
        assertThat(checkpoints.positions(new Revised(2, 0))).containsExactly(50L, 100L);
        assertThat(checkpoints.positions(new Revised(3, 0))).containsExactly(50L, 100L);
        assertThat(database.listCollectionNames()).noneMatch(name -> name.endsWith("board@1"));
    }

    @Test
    void anEventThatCannotBeFoldedEndsOneProjectionsCheckpointsAndNoOthers() throws Exception {
        MongoDatabase database = server.fresh();
        var log = new ListedEvents(RandomHistory.of(3, 220));
        var checkpoints = new Checkpoints(database, BulkWriter.UNORDERED, EVERY);
        var failing = new Revised(1, 120);
        new CheckpointMaker(checkpoints, log, List.of(failing, BOARD)).look();

        assertThat(checkpoints.positions(failing)).containsExactly(50L, 100L);
        assertThat(checkpoints.positions(BOARD)).containsExactly(50L, 100L, 150L, 200L);
        var past = new PastStates(log, checkpoints);
        assertThat(past.at(119, List.of(failing))).containsKey("board");
        assertThatThrownBy(() -> past.at(120, List.of(failing)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo("past-unfoldable");
                    assertThat(problem.getMessage()).contains("120");
                });
    }

    /** Without checkpoints near it, a moment is refused rather than folded from far away. */
    @Test
    void theStretchFoldedForOneRequestIsBounded() {
        MongoDatabase database = server.fresh();
        int longest = Math.toIntExact(PastStates.LONGEST);
        List<DomainEvent> history = RandomHistory.of(3, longest + 200);
        var log = new ListedEvents(history);
        var past = new PastStates(log, new Checkpoints(database, BulkWriter.UNORDERED, EVERY));

        assertThatThrownBy(() -> past.at(longest + 1L, List.of(BOARD)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo("past-not-yet");
                    assertThat(problem.headers().getFirst("Retry-After")).isEqualTo("5");
                });
        assertThat(past.at(longest, List.of(BOARD))).containsKey("leaderboard");
        assertThat(past.at(longest + 1L, List.of(BOARD)))
                .as("near one that is known")
                .containsKey("leaderboard");
    }

    /** What did not change is kept once: a checkpoint costs what has changed since the one before. */
    @Test
    void whatDidNotChangeIsKeptOnce() {
        MongoDatabase database = server.fresh();
        var log = new ListedEvents(RandomHistory.of(3, 60));
        var checkpoints = new Checkpoints(database, BulkWriter.UNORDERED, EVERY);
        PastState<Standing> state = new PastStates(log, checkpoints).at(60, BOARD);
        for (long position = 1_000; position < 2_000; position += 50) {
            checkpoints.save(BOARD, new PastState<>(position, state.documents()));
        }
        assertThat(checkpoints.positions(BOARD)).hasSize(20);
        assertThat(database.getCollection("checkpoint-chunks.leaderboard@1").countDocuments())
                .isLessThanOrEqualTo(state.documents().size());
        assertThat(checkpoints.latest(BOARD, 1_520).documents()).isEqualTo(state.documents());
    }

    private static void awaitPositions(Checkpoints checkpoints, Long... due) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (Projection<?> projection : AllProjections.LIST) {
                NavigableSet<Long> positions = checkpoints.positions(projection);
                if (projection.checkpointed()) {
                    assertThat(positions).as(projection.name()).containsExactly(due);
                } else {
                    assertThat(positions).as(projection.name()).isEmpty();
                }
            }
        });
    }

    /** The leaderboard under another name and revision, that fails at a position; 0 for never. */
    private record Revised(int revision, long failsAt) implements Projection<Standing> {

        @Override
        public String name() {
            return "board";
        }

        @Override
        public Class<Standing> form() {
            return Standing.class;
        }

        @Override
        public boolean checkpointed() {
            return true;
        }

        @Override
        public Set<String> touches(RecordedEvent event) {
            if (event.position() == failsAt) {
                throw new IllegalStateException("not this one");
            }
            return BOARD.touches(event);
        }

        @Override
        public Standing fold(@Nullable Standing before, RecordedEvent event) {
            return BOARD.fold(before, event);
        }
    }
}
