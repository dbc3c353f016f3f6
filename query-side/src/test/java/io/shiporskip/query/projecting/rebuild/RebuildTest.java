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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@SuppressWarnings("NullAway.Init")
class RebuildTest {

    private static final List<DomainEvent> HISTORY = RandomHistory.of(7, 2_000);
    private static final CommunityProjection COMMUNITY = new CommunityProjection();
    private static final HistoryProjection HISTORIES = new HistoryProjection();

    private static final int DEATHS = 8;

    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private final LogWakeUp wakeUp = new LogWakeUp();
    private MongoDatabase database;
    private TestLog log;

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
            int id = requested(node, AllProjections.LIST);
            log.append(HISTORY.subList(1_000, HISTORY.size()));
            Rebuild rebuild = ended(node, id);

            assertThat(rebuild.phase()).isEqualTo(RebuildPhase.SWAPPED);
            assertThat(rebuild.equal()).hasValue(true);
            assertThat(rebuild.progress().eventsRead()).isBetween(1_000L, 2L * HISTORY.size());
            for (Projection<?> projection : AllProjections.LIST) {
                assertThat(comparison(rebuild, projection).rebuiltDocuments()).isPositive();
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
            Comparison first = comparison(ended(node, requested(node, AllProjections.LIST)), COMMUNITY);
            Rebuild second = ended(node, requested(node, List.of(COMMUNITY)));

            assertThat(first.isEqual()).isFalse();
            assertThat(first.differing()).isNotEmpty().isSubsetOf(changed);
            assertThat(first.differingDocuments()).isEqualTo(first.differing().size());
            assertThat(first.differences())
                    .allSatisfy(tool -> assertThat(total(tool.before())).isGreaterThan(total(tool.after())));
            assertThat(second.equal()).hasValue(true);
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
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(Crashes.Crash.class)
                    .until(() -> crashes.count() > DEATHS || keepsRebuilding(dying));
        }
        try (QueryNode node = node(AllProjections.LIST)) {
            for (Rebuild begun : node.rebuilds.latest(Rebuilds.KEPT)) {
                Rebuild rebuild = ended(node, begun.id());
                assertThat(rebuild.phase()).isEqualTo(RebuildPhase.SWAPPED);
                assertThat(rebuild.equal()).isNotEqualTo(Optional.of(false));
            }
        }
    }

    /** A short log may be through before it has died often: then once more. Never ends a wait. */
    private static boolean keepsRebuilding(QueryNode node) {
        if (node.rebuilds.open().isEmpty()) {
            assertThat(node.rebuilds.request(AllProjections.LIST, RebuildPlan.PLAIN))
                    .isPresent();
        }
        return false;
    }

    @Test
    void aChangedRevisionRebuildsByItselfAndClaimsNoComparison() {
        log.append(HISTORY);
        try (QueryNode node = node(AllProjections.LIST)) {
            settled(node);
        }
        var next = AlteredCommunity.ofTheNextRevision();
        try (QueryNode node = node(next.amongAll())) {
            Rebuild rebuild = ended(node, 1);

            assertThat(rebuild.phase()).isEqualTo(RebuildPhase.SWAPPED);
            assertThat(rebuild.parts()).singleElement().satisfies(part -> {
                assertThat(part.projection()).isEqualTo(next.name());
                assertThat(part.comparison()).isNull();
            });
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
            requested(node, List.of(COMMUNITY));
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
            int askedByTheLater = requested(earlier, List.of(next));
            ended(earlier, requested(earlier, List.of(HISTORIES)));

            assertThat(state(earlier, COMMUNITY).revision()).isEqualTo(next.revision());
            assertThat(state(earlier, COMMUNITY).generation()).isEqualTo(1);
            assertThat(earlier.rebuilds.get(askedByTheLater))
                    .hasValueSatisfying(rebuild -> assertThat(rebuild.phase()).isEqualTo(RebuildPhase.REQUESTED));
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
            Rebuild rebuild = ended(node, requested(node, AllProjections.LIST));

            assertThat(rebuild.phase()).isEqualTo(RebuildPhase.FAILED);
            assertThat(rebuild.part("community").orElseThrow().reason())
                    .contains("Event " + unreadable)
                    .contains("on purpose");
            assertThat(rebuild.parts().stream().filter(part -> part.phase() == RebuildPhase.SWAPPED))
                    .as("the others are rebuilt all the same")
                    .hasSize(AllProjections.LIST.size() - 1);
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

    private static int requested(QueryNode node, List<? extends Projection<?>> projections) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> node.rebuilds.request(projections, RebuildPlan.PLAIN), Optional::isPresent)
                .orElseThrow()
                .id();
    }

    private static ModelState state(QueryNode node, Projection<?> projection) {
        return node.states.of(projection.name()).orElseThrow().state();
    }

    private static Comparison comparison(Rebuild rebuild, Projection<?> projection) {
        return Objects.requireNonNull(
                rebuild.part(projection.name()).orElseThrow().comparison(), "no comparison was made");
    }

    private static int total(@Nullable String tally) {
        BsonDocument document = BsonDocument.parse(Objects.requireNonNull(tally));
        return document.getNumber("ships").intValue()
                + document.getNumber("skips").intValue();
    }

    private static Rebuild ended(QueryNode node, int id) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> node.rebuilds.get(id),
                        rebuild -> rebuild.filter(known -> !known.isOpen()).isPresent())
                .orElseThrow();
    }
}
