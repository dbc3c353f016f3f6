package io.shiporskip.query.projecting.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.events.DomainEvent;
import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.verdict.Counted;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.query.community.CommunityProjection;
import io.shiporskip.query.community.Tally;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.serve.FoldedProgress;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.projecting.store.GenerationProgress;
import io.shiporskip.query.sample.AllProjections;
import io.shiporskip.query.sample.AlteredCommunity;
import io.shiporskip.query.sample.Crashes;
import io.shiporskip.query.sample.QueryNode;
import io.shiporskip.query.sample.RandomHistory;
import io.shiporskip.query.sample.TestDatabase;
import io.shiporskip.query.sample.TestLog;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@SuppressWarnings("NullAway.Init")
class ProjectingEngineTest {

    private static final List<DomainEvent> HISTORY = RandomHistory.of(5, 1_000);
    private static final CommunityProjection COMMUNITY = new CommunityProjection();

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
    void everyVoteCountsOnceThroughAProcessThatKeepsDying() {
        var crashes = new Crashes(1);
        try (QueryNode node = new QueryNode(database, wakeUp, AllProjections.LIST, crashes)) {
            for (int from = 0; from < HISTORY.size(); from += 100) {
                log.append(HISTORY.subList(from, Math.min(HISTORY.size(), from + 100)));
                settled(node);
            }

            assertThat(tallies(node)).isEqualTo(counted());
            assertThat(crashes.count()).isGreaterThan(3);
        }
    }

    @Test
    void twoNodesOnOneDatabaseCountEveryVoteOnceAndOneTakesOverFromTheOther() {
        try (QueryNode one = node(AllProjections.LIST)) {
            try (QueryNode other = node(AllProjections.LIST)) {
                log.append(HISTORY.subList(0, 500));
                settled(one);
                settled(other);
            }
            log.append(HISTORY.subList(500, HISTORY.size()));
            settled(one);

            assertThat(tallies(one)).isEqualTo(counted());
        }
    }

    @Test
    void anEventThatCannotBeFoldedStopsThatProjectionAloneAndSaysWhichAndWhy() {
        long bad = firstVote();
        try (QueryNode node = node(AlteredCommunity.failingAt(bad).amongAll())) {
            log.append(HISTORY);

            GenerationProgress stopped = await().atMost(Duration.ofSeconds(60))
                    .until(() -> progress(node, COMMUNITY), progress -> progress.stopped() != null);
            assertThat(stopped.position()).isEqualTo(bad - 1);
            assertThat(Objects.requireNonNull(stopped.stopped()).position()).isEqualTo(bad);
            assertThat(stopped.stopped().reason()).contains("on purpose");
            for (Projection<?> projection : AllProjections.LIST) {
                if (!projection.name().equals(COMMUNITY.name())) {
                    await().atMost(Duration.ofSeconds(60))
                            .until(() -> progress(node, projection).position(), at -> at == HISTORY.size());
                }
            }
            assertThatCode(() -> node.progress.awaitAtLeast(HISTORY.size()))
                    .as("the others are there")
                    .doesNotThrowAnyException();
        }
        try (QueryNode fixed = node(AllProjections.LIST)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> progress(fixed, COMMUNITY).position(), at -> at == HISTORY.size());
            assertThat(tallies(fixed)).isEqualTo(counted());
        }
    }

    @Test
    void aBrokenProgramSaysSoAndGoesOnOnceItIsMended() {
        log.append(HISTORY);
        try (QueryNode node = node(AlteredCommunity.breakingAt(firstVote()).amongAll())) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(node.engine.trouble()).contains("not folding", "on purpose"));
        }
        try (QueryNode mended = node(AllProjections.LIST)) {
            settled(mended);
            assertThat(tallies(mended)).isEqualTo(counted());
        }
    }

    @Test
    void aModelThatIsFilledForAnotherRevisionIsNotWaitedFor() {
        log.append(HISTORY);
        try (QueryNode node = node(AllProjections.LIST)) {
            settled(node);
            var next = AlteredCommunity.ofTheNextRevision();
            var progress = new FoldedProgress(node.models, next.amongAll(), node.source, new FoldedSignal());
            var itAlone = new FoldedProgress(node.models, List.of(next), node.source, new FoldedSignal());

            assertThatCode(() -> progress.awaitAtLeast(HISTORY.size())).doesNotThrowAnyException();
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> itAlone.awaitAtLeast(HISTORY.size()))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo("not-yet"));
        }
    }

    @Test
    void anEventOfAKindFromTheFutureStopsEveryProjectionRightBeforeIt() {
        log.append(HISTORY);
        log.appendOfUnknownKind();
        try (QueryNode node = node(AllProjections.LIST)) {
            for (Projection<?> projection : AllProjections.LIST) {
                GenerationProgress stopped = await().atMost(Duration.ofSeconds(60))
                        .until(() -> progress(node, projection), progress -> progress.stopped() != null);
                assertThat(stopped.position()).isEqualTo(HISTORY.size());
            }
            assertThat(tallies(node)).isEqualTo(counted());
        }
    }

    private static long firstVote() {
        long position = 1;
        while (!(HISTORY.get((int) position - 1) instanceof BallotEvent)) {
            position++;
        }
        return position;
    }

    /** How many ballots count for what at the end, each ballot by its last event alone. */
    private static Map<String, Tally> counted() {
        var last = new HashMap<String, BallotEvent>();
        for (DomainEvent event : HISTORY) {
            if (event instanceof BallotEvent ballot) {
                last.put(ballot.stream(), ballot);
            }
        }
        var counted = new HashMap<String, Tally>();
        for (BallotEvent ballot : last.values()) {
            Tally one = new Tally(
                    ballot.countedAfter() == Counted.SHIP ? 1 : 0, ballot.countedAfter() == Counted.SKIP ? 1 : 0);
            counted.merge(
                    ballot.tool().slug(),
                    one,
                    (sum, more) -> new Tally(sum.ships() + more.ships(), sum.skips() + more.skips()));
        }
        return counted;
    }

    private static Map<String, Tally> tallies(QueryNode node) {
        var store = node.models.open(COMMUNITY).of(COMMUNITY);
        var tallies = new HashMap<String, Tally>();
        try (var documents = store.inOrder()) {
            while (documents.hasNext()) {
                Folded<Tally> tally = store.read(documents.next());
                tallies.put(tally.id(), tally.state());
            }
        }
        return tallies;
    }

    private static GenerationProgress progress(QueryNode node, Projection<?> projection) {
        var generation = new Generation(projection.name(), 1);
        return node.lanes.progress().of(generation);
    }

    private QueryNode node(List<Projection<?>> projections) {
        return new QueryNode(database, wakeUp, projections, BulkWriter.UNORDERED);
    }

    private static void settled(QueryNode node) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(ProblemException.class)
                .untilAsserted(() -> node.progress.awaitAtLeast(node.source.head()));
    }
}
