package io.shiporskip.query.projecting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.follow.Lane;
import io.shiporskip.query.projecting.follow.LaneOpener;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.sample.AllProjections;
import io.shiporskip.query.sample.Crashes;
import io.shiporskip.query.sample.ListedEvents;
import io.shiporskip.query.sample.RandomHistory;
import io.shiporskip.query.sample.TestDatabase;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * What matters most of a read model: however the log was cut into batches, and wherever the process died between two
 * writes, it is the same to the byte as one folded from the start in one go.
 */
class IncrementalEqualsRebuiltTest {

    private static final int EVENTS = 200;
    private static final AtomicInteger CRASHES = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private static TestDatabase server;

    @BeforeContainer
    static void open() {
        server = new TestDatabase();
    }

    @AfterContainer
    static void close() {
        server.close();
        assertThat(CRASHES).as("crashes in all").hasValueGreaterThan(50);
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void everyProjectionIsTheSameWhereverItWasCutAndKilled(@ForAll long seed) throws OrderedException {
        var log = new ListedEvents(RandomHistory.of(seed, EVENTS));
        for (Projection<?> projection : AllProjections.LIST) {
            MongoDatabase database = server.fresh();

            Lane<?> live = foldWithCrashes(projection, database, log, seed);
            Lane<?> rebuilt = foldInOneGo(projection, database, log);

            Comparison comparison = Comparing.of(live.store(), rebuilt.store(), log.head());
            assertThat(comparison.differing()).as(projection.name()).isEmpty();
            assertThat(comparison.isEqual()).as(projection.name()).isTrue();
            assertThat(comparison.rebuiltDocuments()).as(projection.name()).isPositive();
        }
    }

    private static Lane<?> foldWithCrashes(
            Projection<?> projection, MongoDatabase database, ListedEvents log, long seed) {
        var crashes = new Crashes(seed);
        var cuts = new Random(seed + 1);
        var process = new LaneOpener(database, crashes);
        Lane<?> lane = opened(process, projection);
        while (lane.position() < log.head()) {
            try {
                lane.stepTowards(Math.min(log.head(), lane.position() + 1 + cuts.nextInt(50)), log);
                process.save(List.of(lane));
            } catch (Crashes.Crash _) {
                lane = opened(process, projection);
            }
        }
        CRASHES.addAndGet(crashes.count());
        return lane;
    }

    private static Lane<?> opened(LaneOpener process, Projection<?> projection) {
        while (true) {
            try {
                return process.open(projection, 1);
            } catch (Crashes.Crash _) {
                // it starts once more
            }
        }
    }

    private static Lane<?> foldInOneGo(Projection<?> projection, MongoDatabase database, ListedEvents log) {
        Lane<?> lane = new LaneOpener(database, BulkWriter.UNORDERED).open(projection, 2);
        lane.stepTowards(log.head(), log);
        return lane;
    }
}
