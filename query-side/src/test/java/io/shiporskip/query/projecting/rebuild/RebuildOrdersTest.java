package io.shiporskip.query.projecting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.events.DomainEvent;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.query.community.CommunityProjection;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.projecting.store.ModelState;
import io.shiporskip.query.projecting.store.ProgressStore;
import io.shiporskip.query.sample.AllProjections;
import io.shiporskip.query.sample.AlteredCommunity;
import io.shiporskip.query.sample.QueryNode;
import io.shiporskip.query.sample.RandomHistory;
import io.shiporskip.query.sample.TestDatabase;
import io.shiporskip.query.sample.TestLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator may ask of a rebuild while it runs, and after. */
@SuppressWarnings("NullAway.Init")
class RebuildOrdersTest {

    private static final List<DomainEvent> HISTORY = RandomHistory.of(11, 600);
    private static final CommunityProjection COMMUNITY = new CommunityProjection();
    private static final RebuildPlan SLOW = new RebuildPlan(false, 40, List.of());

    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private final LogWakeUp wakeUp = new LogWakeUp();
    private MongoDatabase database;
    private TestLog log;

    @BeforeEach
    void open() {
        database = server.fresh();
        log = new TestLog(database, wakeUp);
        log.append(HISTORY);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aSlowOneIsPausedOutlivesItsNodeAndIsResumedWhileVotesGoOn() {
        int id;
        try (QueryNode node = node(AllProjections.LIST)) {
            settled(node);
            id = requested(node, AllProjections.LIST, SLOW);
            until(node, id, rebuild -> rebuild.progress().position() > 0);
            assertThat(node.rebuilds.request(List.of(COMMUNITY), RebuildPlan.PLAIN))
                    .as("a second of the same projection")
                    .isEmpty();
            node.rebuilds.order(id, RebuildOrder.PAUSE);
            until(node, id, rebuild -> rebuild.phase() == RebuildPhase.PAUSED);
        }
        try (QueryNode node = node(AllProjections.LIST)) {
            log.append(RandomHistory.of(12, 100));
            settled(node);
            Rebuild paused = node.rebuilds.get(id).orElseThrow();
            assertThat(paused.phase()).isEqualTo(RebuildPhase.PAUSED);
            assertThat(paused.progress().position()).isBetween(1L, HISTORY.size() - 1L);

            node.rebuilds.order(id, RebuildOrder.RUN);
            Rebuild done = until(node, id, rebuild -> !rebuild.isOpen());
            assertThat(done.phase()).isEqualTo(RebuildPhase.SWAPPED);
            assertThat(done.equal()).hasValue(true);
            assertThat(done.progress().eventsRead()).as("each event once").isLessThan(2L * node.source.head());
        }
    }

    @Test
    void aCancelledOneLeavesNothingButTheLiveModels() {
        try (QueryNode node = node(AllProjections.LIST)) {
            settled(node);
            int id = requested(node, AllProjections.LIST, SLOW);
            until(node, id, rebuild -> rebuild.progress().position() > 0);

            node.rebuilds.order(id, RebuildOrder.CANCEL);

            Rebuild cancelled = until(node, id, rebuild -> !rebuild.isOpen());
            assertThat(cancelled.phase()).isEqualTo(RebuildPhase.CANCELLED);
            assertThat(node.rebuilds.order(id, RebuildOrder.RUN))
                    .as("it is over")
                    .isEmpty();
            assertThat(database.listCollectionNames())
                    .contains("community@1")
                    .doesNotContain("community@2", "leaderboard@2");
            assertThat(state(node).rebuilding()).isNull();
        }
    }

    @Test
    void theGenerationBeforeComesBackAfterItHasCaughtUp() {
        try (QueryNode node = node(AllProjections.LIST)) {
            settled(node);
            until(node, requested(node, List.of(COMMUNITY), RebuildPlan.PLAIN), rebuild -> !rebuild.isOpen());
            log.append(RandomHistory.of(13, 100));
            settled(node);

            Rebuild back =
                    until(node, requested(node, List.of(COMMUNITY), RebuildPlan.BACK), rebuild -> !rebuild.isOpen());

            assertThat(back.phase()).isEqualTo(RebuildPhase.SWAPPED);
            assertThat(back.equal()).hasValue(true);
            assertThat(state(node).generation()).isEqualTo(1);
            assertThat(state(node).previous()).isEqualTo(2);
            assertThat(database.listCollectionNames()).contains("community@1", "community@2");
            assertThat(node.models.open(COMMUNITY).position()).isEqualTo(node.source.head());
        }
    }

    @Test
    void anEventIsSkippedOnOrderAtThePriceOfAMarkThatARebuildTakesAway() {
        long bad = HISTORY.size();
        try (QueryNode node = node(AlteredCommunity.unableToRead(bad).amongAll())) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> progress(node).of(live(node)).stopped() != null);
            log.append(RandomHistory.of(14, 50));

            assertThat(progress(node).allowSkip(live(node), bad - 1))
                    .as("not stopped there")
                    .isFalse();
            assertThat(progress(node).allowSkip(live(node), bad)).isTrue();

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> progress(node).of(live(node)).position() == node.source.head());
            assertThat(progress(node).of(live(node)).skipped()).containsExactly(bad);
            assertThat(node.models.open(COMMUNITY).incomplete()).containsExactly("community");
        }
        try (QueryNode node = node(AllProjections.LIST)) {
            settled(node);
            until(node, requested(node, List.of(COMMUNITY), RebuildPlan.PLAIN), rebuild -> !rebuild.isOpen());
            assertThat(node.models.open(COMMUNITY).incomplete()).isEmpty();
        }
    }

    @Test
    void aRebuildMaySkipAnEventAndMarksWhatItFills() {
        long bad = HISTORY.size();
        try (QueryNode node = node(AllProjections.LIST)) {
            settled(node);
        }
        try (QueryNode node = node(AlteredCommunity.unableToRead(bad).amongAll())) {
            var plan = new RebuildPlan(false, null, List.of(bad));
            Rebuild rebuild = until(node, requested(node, List.of(COMMUNITY), plan), known -> !known.isOpen());

            assertThat(rebuild.phase()).isEqualTo(RebuildPhase.SWAPPED);
            assertThat(node.models.open(COMMUNITY).incomplete()).containsExactly("community");
        }
    }

    private static ProgressStore progress(QueryNode node) {
        return node.lanes.progress();
    }

    private static Generation live(QueryNode node) {
        return new Generation(
                "community",
                node.states
                        .of("community")
                        .map(model -> model.state().generation())
                        .orElse(0));
    }

    private QueryNode node(List<Projection<?>> projections) {
        return new QueryNode(database, wakeUp, projections, BulkWriter.UNORDERED);
    }

    private static ModelState state(QueryNode node) {
        return node.states.of("community").orElseThrow().state();
    }

    private static int requested(QueryNode node, List<? extends Projection<?>> projections, RebuildPlan plan) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> node.rebuilds.request(projections, plan), Optional::isPresent)
                .orElseThrow()
                .id();
    }

    private static Rebuild until(QueryNode node, int id, Predicate<Rebuild> reached) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> node.rebuilds.get(id),
                        rebuild -> rebuild.filter(reached).isPresent())
                .orElseThrow();
    }

    private static void settled(QueryNode node) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(ProblemException.class)
                .untilAsserted(() -> node.progress.awaitAtLeast(node.source.head()));
    }
}
