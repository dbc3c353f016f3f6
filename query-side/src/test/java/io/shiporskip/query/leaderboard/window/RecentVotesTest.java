package io.shiporskip.query.leaderboard.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.query.community.Tally;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.follow.Lane;
import io.shiporskip.query.projecting.follow.LaneOpener;
import io.shiporskip.query.projecting.serve.ReadModels;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.projecting.store.ModelStates;
import io.shiporskip.query.sample.ListedEvents;
import io.shiporskip.query.sample.RandomHistory;
import io.shiporskip.query.sample.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Votes by window and by decay, summed from stored days and followed along the log, against a count of every ballot. */
class RecentVotesTest {

    private static final int EVENTS = 400;
    private static final int TOOLS = 8;
    private static final VoteDayProjection PROJECTION = new VoteDayProjection();

    /** Two weeks before a year ends, so that weeks, months and the year begin anew on the way. */
    private static final Instant START = Instant.parse("2026-12-18T00:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private static TestDatabase server;

    @BeforeContainer
    static void open() {
        server = new TestDatabase();
    }

    @AfterContainer
    static void close() {
        assertThat(server.scans()).as("queries that no index served").isEmpty();
        server.close();
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void whereverItIsLoadedItCountsWhatACountOfEveryBallotGives(@ForAll long seed) {
        var random = new Random(seed);
        EventSource log = log(seed);
        long stored = 1 + random.nextInt(EVENTS - 1);
        long ahead = stored + random.nextInt((int) Math.min(20, log.head() - stored) + 1);
        var database = server.fresh();
        var lanes = new LaneOpener(database, BulkWriter.UNORDERED);
        Lane<?> lane = storedAt(stored, ahead, log, database, lanes);
        var model = new RecentVotesModel(new ReadModels(database), PROJECTION, log);

        RecentVotesAt loaded;
        try {
            loaded = model.reaching(null, stored);
        } catch (ProblemException aWindowBeginsInBetween) {
            lanes.save(lane);
            loaded = model.reaching(null, stored);
        }
        assertAgrees(loaded, log);
        long further = loaded.position() + random.nextInt((int) (log.head() - loaded.position()) + 1);
        RecentVotesAt followed = model.reaching(loaded, further);
        assertThat(followed.position()).isEqualTo(Math.max(loaded.position(), further));
        assertAgrees(followed, log);
        assertAgrees(model.reaching(followed, log.head()), log);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void noOrderOfTheSameVotesMovesABitOfTheDecayedSum(@ForAll long seed) {
        var random = new Random(seed);
        var forward = new LinkedHashMap<Long, Tally>();
        var backward = new LinkedHashMap<Long, Tally>();
        for (int i = 0; i < 60; i++) {
            forward.put(1_000L - i, new Tally(random.nextInt(9), random.nextInt(9)));
        }
        forward.sequencedEntrySet().reversed().forEach(entry -> backward.put(entry.getKey(), entry.getValue()));

        assertThat(Decay.STANDARD.sum(backward, 1_000)).isEqualTo(Decay.STANDARD.sum(forward, 1_000));
    }

    /** Days pass quickly; now and then an event is older than what is before it, as from a clock that runs behind. */
    private static EventSource log(long seed) {
        var random = new Random(seed);
        long[] minutes = {0};
        return new ListedEvents(RandomHistory.of(seed, EVENTS), position -> {
            minutes[0] += random.nextInt(150);
            long behind = random.nextInt(10) == 0 ? random.nextInt(3_000) : 0;
            return START.plus(Duration.ofMinutes(minutes[0] - behind));
        });
    }

    /** A progress that says one position, while some documents hold events up to a later one. */
    private static Lane<?> storedAt(
            long stored, long ahead, EventSource log, MongoDatabase database, LaneOpener lanes) {
        new ModelStates(database).createLive(PROJECTION);
        Lane<?> lane = lanes.open(PROJECTION, 1);
        lane.stepTowards(stored, log);
        lanes.save(lane);
        lane.stepTowards(ahead, log);
        return lane;
    }

    private static void assertAgrees(RecentVotesAt votes, EventSource log) {
        var byHand = new CountedByHand(log.after(0, (int) votes.position()));
        for (int tool = 0; tool < TOOLS; tool++) {
            String slug = "tool-" + tool;
            for (Window window : new Window[] {Window.WEEK, Window.MONTH, Window.YEAR}) {
                assertThat(votes.in(window, slug))
                        .as("%s of %s at %s", window, slug, votes.at())
                        .isEqualTo(byHand.in(window, slug));
            }
            for (int halfLife : new int[] {1, 24, 48}) {
                Double trending = votes.trending(slug, new Decay(halfLife));
                assertThat(trending == null ? 0.0 : trending)
                        .isEqualTo(byHand.trending(slug, halfLife), within(1e-7));
            }
        }
    }
}
