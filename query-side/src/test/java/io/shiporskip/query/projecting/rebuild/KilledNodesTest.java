package io.shiporskip.query.projecting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.events.DomainEvent;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.serve.Reading;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.projecting.store.ModelState;
import io.shiporskip.query.sample.AllProjections;
import io.shiporskip.query.sample.HandFold;
import io.shiporskip.query.sample.MortalWrites;
import io.shiporskip.query.sample.QueryNode;
import io.shiporskip.query.sample.RandomHistory;
import io.shiporskip.query.sample.TestDatabase;
import io.shiporskip.query.sample.TestLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;

/**
 * What matters most of a read model: it is what its events come to, to the byte, whatever was rebuilt, swapped, paused or
 * cancelled meanwhile, by nodes that died between any two of their writes and were replaced. And so it is at any moment in
 * between. {@code -Dseed=N} runs one history again.
 */
class KilledNodesTest {

    private static final int HISTORIES = 3;
    private static final int AT_MOST = 12;
    private static final int EVENTS = 250;
    private static final int DEATHS = 9;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final TreeSet<String> diedAt = new TreeSet<>();
    private int rebuilt;
    private int equal;

    @Test
    void everyReadModelIsWhatItsEventsComeToThroughDeathsRebuildsAndSwaps() {
        Long given = Long.getLong("seed");
        long first = given == null ? new Random().nextLong() : given;
        try (var server = new TestDatabase()) {
            for (int i = 0; i < (given == null ? HISTORIES : 1) || (given == null && misses(i)); i++) {
                long seed = first + i;
                System.out.println("seed " + seed);
                try {
                    live(server.fresh(), seed);
                } catch (AssertionError | RuntimeException failure) {
                    throw new AssertionError("With -Dseed=" + seed + ": " + failure.getMessage(), failure);
                }
            }
        }
        System.out.println(rebuilt + " rebuilds swapped, " + equal + " compared; deaths at " + diedAt);
        if (given == null) {
            assertThat(diedAt).containsAll(MortalWrites.KINDS);
            assertThat(equal).isPositive();
        }
    }

    /** Chance may spare a kind of write in a few histories; it will not in many. */
    private boolean misses(int histories) {
        return histories < AT_MOST && !diedAt.containsAll(MortalWrites.KINDS);
    }

    private void live(MongoDatabase database, long seed) {
        var random = new Random(seed);
        List<DomainEvent> history = RandomHistory.of(seed, EVENTS);
        List<HandFold<?>> hand = new ArrayList<>();
        List<Projection<?>> projections = new ArrayList<>(AllProjections.LIST);
        Collections.shuffle(projections, random); // who is written first dies least
        projections.forEach(projection -> hand.add(new HandFold<>(projection)));
        var wakeUp = new LogWakeUp();
        try (var log = new TestLog(database, wakeUp);
                var cluster = new Cluster(database, wakeUp, projections, seed)) {
            int written = 0;
            while (written < history.size() || cluster.deaths() < DEATHS) {
                int to = Math.min(history.size(), written + 1 + random.nextInt(40));
                if (to > written) {
                    log.append(history.subList(written, to));
                    fold(hand, cluster.any().source, written);
                    written = to;
                }
                cluster.revive();
                cluster.order();
                awhile(random, cluster);
                look(hand, cluster.any());
            }
            QueryNode last = cluster.survivor();
            last.rebuilds.open().forEach(rebuild -> last.rebuilds.order(rebuild.id(), RebuildOrder.RUN));
            assertEndsRight(last, hand, database);
            diedAt.addAll(cluster.diedAt());
        }
    }

    private static void fold(List<HandFold<?>> hand, EventSource source, int after) {
        List<RecordedEvent> events = source.after(after, 1_000);
        hand.forEach(one -> one.fold(events));
    }

    /** Sometimes no time at all, sometimes until they have folded everything or one of them has died. */
    private static void awhile(Random random, Cluster cluster) {
        QueryNode node = cluster.any();
        try {
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofMillis(20 + random.nextInt(800)))
                    .until(cluster::anyDead);
        } catch (ConditionTimeoutException alive) {
            assertThat(node.source.head()).isPositive();
        }
    }

    /** What a reader would be shown just now. */
    private static void look(List<HandFold<?>> hand, QueryNode node) {
        for (HandFold<?> one : hand) {
            try {
                Reading reading = node.models.open(one.projection());
                one.assertRight(reading);
            } catch (ProblemException notYet) {
                assertThat(notYet.code()).isEqualTo("not-yet");
            }
        }
    }

    private void assertEndsRight(QueryNode node, List<HandFold<?>> hand, MongoDatabase database) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> node.rebuilds.open().isEmpty());
        await().atMost(LONG)
                .ignoreExceptionsInstanceOf(ProblemException.class)
                .untilAsserted(() -> node.progress.awaitAtLeast(node.source.head()));
        for (HandFold<?> one : hand) {
            Reading reading = node.models.open(one.projection());
            assertThat(reading.position()).isEqualTo(node.source.head());
            assertThat(one.hash(reading)).as(one.projection().name()).isEqualTo(one.hash());
            assertThat(reading.incomplete()).isEmpty();
            ModelState state =
                    node.states.of(one.projection().name()).orElseThrow().state();
            await().atMost(LONG)
                    .until(() -> node.states
                                    .of(one.projection().name())
                                    .orElseThrow()
                                    .state()
                                    .rebuilding()
                            == null);
            assertThat(generations(database, one.projection().name()))
                    .as("what came to nothing is gone")
                    .isSubsetOf(kept(one.projection().name(), state));
        }
        for (Rebuild rebuild : node.rebuilds.latest(Rebuilds.KEPT)) {
            assertThat(rebuild.equal().orElse(true)).as(rebuild.toString()).isTrue();
            rebuilt += rebuild.phase() == RebuildPhase.SWAPPED ? 1 : 0;
            equal += rebuild.equal().isPresent() ? 1 : 0;
        }
    }

    private static List<String> generations(MongoDatabase database, String projection) {
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> name.startsWith(projection + "@"))
                .toList();
    }

    private static List<String> kept(String projection, ModelState state) {
        var kept = new ArrayList<String>();
        kept.add(new Generation(projection, state.generation()).toString());
        if (state.previous() != null) {
            kept.add(new Generation(projection, state.previous()).toString());
        }
        return kept;
    }
}
