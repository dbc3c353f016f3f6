package io.shiporskip.query.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.sample.AllProjections;
import io.shiporskip.query.sample.AlteredCommunity;
import io.shiporskip.query.sample.QueryNode;
import io.shiporskip.query.sample.TestDatabase;
import io.shiporskip.query.sample.TestLog;
import io.shiporskip.query.sample.TwoTools;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.HttpStatus;

@SuppressWarnings("NullAway.Init")
class QueryHealthTest {

    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private final LogWakeUp wakeUp = new LogWakeUp();
    private MongoDatabase database;
    private TestLog log;
    private long vote;

    @BeforeEach
    void open() {
        database = server.fresh();
        log = new TestLog(database, wakeUp);
        log.append(TwoTools.EVENTS);
        vote = log.append(TwoTools.ship(TwoTools.SMOL, 1));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aStoppedProjectionIsNamedWhileTheOthersServe() {
        List<Projection<?>> failing = AlteredCommunity.failingAt(vote).amongAll();
        try (QueryNode node = node(failing)) {
            ProjectionStates states = states(node, failing);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(health(states, node))
                            .startsWith("200 ok, but projection community stopped: ")
                            .contains("on purpose"));
            await().atMost(Duration.ofSeconds(60)).until(() -> states.backlog().done());
        }
    }

    @Test
    void aModelOfAnEarlierRevisionIsStillToBeFilled() {
        try (QueryNode node = node(AllProjections.LIST)) {
            settled(node, AllProjections.LIST);
            ProjectionStates next =
                    states(node, AlteredCommunity.ofTheNextRevision().amongAll());

            assertThat(health(next, node)).isEqualTo("503 projection community is being filled");
            assertThat(next.backlog().done()).isFalse();
        }
    }

    @Test
    void aModelOfALaterRevisionIsNotServedAndNotWaitedFor() {
        List<Projection<?>> later = AlteredCommunity.ofTheNextRevision().amongAll();
        try (QueryNode node = node(later)) {
            settled(node, later);
            ProjectionStates earlier = states(node, AllProjections.LIST);

            assertThat(health(earlier, node)).startsWith("503 projection community is a later program's");
            assertThat(earlier.backlog().done()).isTrue();
        }
    }

    @Test
    void aDatabaseThatRefusesWritesIsSaidWithHowOftenItWasTried() {
        var refusing = new AtomicBoolean(true);
        BulkWriter writer = (collection, writes) -> {
            if (refusing.get()) {
                throw new MongoException("refused on purpose");
            }
            return BulkWriter.UNORDERED.write(collection, writes);
        };
        try (var node = new QueryNode(database, wakeUp, AllProjections.LIST, writer)) {
            ProjectionStates states = states(node, AllProjections.LIST);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(health(states, node))
                            .startsWith("503 not folding: ")
                            .contains("refused on purpose", "2 in a row", "tried again every 300 ms"));
            refusing.set(false);
            settled(node, AllProjections.LIST);
        }
    }

    private QueryNode node(List<Projection<?>> projections) {
        return new QueryNode(database, wakeUp, projections, BulkWriter.UNORDERED);
    }

    private static void settled(QueryNode node, List<Projection<?>> projections) {
        ProjectionStates states = states(node, projections);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(health(states, node)).isEqualTo("200 ok"));
        await().atMost(Duration.ofSeconds(60)).until(() -> states.backlog().done());
    }

    private static ProjectionStates states(QueryNode node, List<Projection<?>> projections) {
        return new ProjectionStates(projections, node.states, node.lanes.progress(), node.rebuilds, node.source);
    }

    private static String health(ProjectionStates states, QueryNode node) {
        var answer = new QueryHealth(states, node.engine).health();
        return HttpStatus.valueOf(answer.getStatusCode().value()).value() + " " + answer.getBody();
    }
}
