package io.shiporskip.query.projecting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.events.DomainEvent;
import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.community.CommunityVoteChanged;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.query.community.CommunityProjection;
import io.shiporskip.query.history.HistoryProjection;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.projecting.store.ModelState;
import io.shiporskip.query.sample.AllProjections;
import io.shiporskip.query.sample.AlteredCommunity;
import io.shiporskip.query.sample.Crashes;
import io.shiporskip.query.sample.QueryNode;
import io.shiporskip.query.sample.RandomHistory;
import io.shiporskip.query.sample.TestDatabase;
import io.shiporskip.query.sample.TestLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class RebuildTest {

    private static final List<DomainEvent> HISTORY = RandomHistory.of(7, 2_000);
    private static final CommunityProjection COMMUNITY = new CommunityProjection();
    private static final HistoryProjection HISTORIES = new HistoryProjection();

    private static TestDatabase server;
    private final LogWakeUp wakeUp = new LogWakeUp();
    private MongoDatabase database;
    private TestLog log;

    @BeforeAll
    static void start() {
        server = new TestDatabase();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        database = server.fresh();
        log = new TestLog(database, wakeUp);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void everyProjectionRebuiltWhileTheLogGrowsIsTheSameAndTakesOver() {
        log.append(HISTORY.subList(0, 1_000));
        try (QueryNode node = node(AllProjections.LIST)) {
            settled(node);
            for (Projection<?> projection : AllProjections.LIST) {
                assertThat(node.rebuilds.request(projection)).isPresent();
                assertThat(node.rebuilds.request(projection))
                        .as("a second at once")
                        .isEmpty();
            }
            log.append(HISTORY.subList(1_000, HISTORY.size()));

            for (Projection<?> projection : AllProjections.LIST) {
                Rebuild rebuild = ended(node, projection, 2);
                assertThat(rebuild.state()).isEqualTo(RebuildState.SWAPPED);
                assertThat(comparison(rebuild).isEqual()).isTrue();
                assertThat(comparison(rebuild).rebuiltDocuments()).isPositive();
                assertThat(state(node, projection).generation()).isEqualTo(2);
            }
            settled(node);
        }
    }

    @Test
    void aMistakeInTheLiveModelIsNamedAndCured() {
        Set<String> changed = HISTORY.stream()
                .filter(CommunityVoteChanged.class::isInstance)
                .map(event -> ((CommunityVoteChanged) event).tool().slug())
                .collect(Collectors.toSet());
        log.append(HISTORY);
        try (QueryNode mistaken = node(AlteredCommunity.countingChangesTwice().amongAll())) {
            settled(mistaken);
        }
        try (QueryNode node = node(AllProjections.LIST)) {
            Rebuild first = ended(node, COMMUNITY, requested(node));
            Rebuild second = ended(node, COMMUNITY, requested(node));

            assertThat(comparison(first).isEqual()).isFalse();
            assertThat(comparison(first).differing()).isNotEmpty().isSubsetOf(changed);
            assertThat(comparison(second).isEqual()).isTrue();
            assertThat(database.listCollectionNames())
                    .as("the one before is kept, no older one")
                    .contains("community@2", "community@3")
                    .doesNotContain("community@1");
        }
    }

    @Test
    void aRebuildGoesOnWhereverTheProcessDied() {
        log.append(HISTORY);
        try (QueryNode node = node(AllProjections.LIST)) {
            settled(node);
        }
        var crashes = new Crashes(3);
        try (QueryNode dying = new QueryNode(database, wakeUp, AllProjections.LIST, crashes)) {
            for (Projection<?> projection : AllProjections.LIST) {
                assertThat(dying.rebuilds.request(projection)).isPresent();
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> crashes.count() > 2);
        }
        try (QueryNode node = node(AllProjections.LIST)) {
            for (Projection<?> projection : AllProjections.LIST) {
                Rebuild rebuild = ended(node, projection, 2);
                assertThat(rebuild.state()).as(projection.name()).isEqualTo(RebuildState.SWAPPED);
                assertThat(comparison(rebuild).isEqual()).as(projection.name()).isTrue();
            }
        }
    }

    @Test
    void aChangedRevisionRebuildsByItselfAndClaimsNoComparison() {
        log.append(HISTORY);
        try (QueryNode node = node(AllProjections.LIST)) {
            settled(node);
        }
        var next = AlteredCommunity.ofTheNextRevision();
        try (QueryNode node = node(next.amongAll())) {
            Rebuild rebuild = ended(node, next, 2);

            assertThat(rebuild.state()).isEqualTo(RebuildState.SWAPPED);
            assertThat(rebuild.comparison()).isNull();
            assertThat(state(node, next).revision()).isEqualTo(next.revision());
            settled(node);
        }
    }

    @Test
    void aRebuildByABrokenProgramSaysSoWhileTheLiveModelsGoOn() {
        log.append(HISTORY);
        try (QueryNode node = node(AllProjections.LIST)) {
            settled(node);
        }
        try (QueryNode node = node(AlteredCommunity.breakingAt(firstVote()).amongAll())) {
            requested(node);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(node.engine.trouble()).contains("not rebuilding", "on purpose"));

            log.append(HISTORY.subList(0, 1));
            settled(node);
        }
    }

    @Test
    void anEarlierProgramLeavesALaterRevisionsModelAlone() {
        log.append(HISTORY);
        var next = AlteredCommunity.ofTheNextRevision();
        try (QueryNode later = node(next.amongAll())) {
            settled(later);
        }
        try (QueryNode earlier = node(AllProjections.LIST)) {
            int askedByTheLater = new Rebuilds(database, earlier.states, earlier.source, InstantSource.system())
                    .request(next)
                    .orElseThrow()
                    .id();
            int unrelated = earlier.rebuilds.request(HISTORIES).orElseThrow().id();
            ended(earlier, HISTORIES, unrelated);

            assertThat(state(earlier, COMMUNITY).revision()).isEqualTo(next.revision());
            assertThat(state(earlier, COMMUNITY).generation()).isEqualTo(1);
            assertThat(earlier.rebuilds.get(next.name(), askedByTheLater))
                    .hasValueSatisfying(rebuild -> assertThat(rebuild.state()).isEqualTo(RebuildState.REQUESTED));
        }
    }

    @Test
    void anEventThatCannotBeFoldedFailsTheRebuildAndLeavesTheLiveModel() {
        log.append(HISTORY);
        long unreadable = firstVote();
        try (QueryNode node = node(AllProjections.LIST)) {
            settled(node);
        }
        try (QueryNode node = node(AlteredCommunity.failingAt(unreadable).amongAll())) {
            Rebuild rebuild = ended(node, COMMUNITY, requested(node));

            assertThat(rebuild.state()).isEqualTo(RebuildState.FAILED);
            assertThat(rebuild.reason()).contains("Event " + unreadable).contains("on purpose");
            assertThat(state(node, COMMUNITY).generation()).isEqualTo(1);
            assertThat(database.listCollectionNames()).doesNotContain("community@2");
        }
    }

    private static long firstVote() {
        long position = 1;
        while (!(HISTORY.get((int) position - 1) instanceof BallotEvent)) {
            position++;
        }
        return position;
    }

    private QueryNode node(List<Projection<?>> projections) {
        return new QueryNode(database, wakeUp, projections, BulkWriter.UNORDERED);
    }

    private static void settled(QueryNode node) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(ProblemException.class)
                .untilAsserted(() -> node.progress.awaitAtLeast(node.source.head()));
    }

    private static int requested(QueryNode node) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> node.rebuilds.request(COMMUNITY), Optional::isPresent)
                .orElseThrow()
                .id();
    }

    private static ModelState state(QueryNode node, Projection<?> projection) {
        return node.states.of(projection.name()).orElseThrow().state();
    }

    private static Comparison comparison(Rebuild rebuild) {
        return Objects.requireNonNull(rebuild.comparison(), "no comparison was made");
    }

    private static Rebuild ended(QueryNode node, Projection<?> projection, int id) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> node.rebuilds.get(projection.name(), id),
                        rebuild -> rebuild.filter(known -> !known.open()).isPresent())
                .orElseThrow();
    }
}
