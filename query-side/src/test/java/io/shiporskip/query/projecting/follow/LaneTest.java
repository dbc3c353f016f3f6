package io.shiporskip.query.projecting.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.UnfoldableEventException;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.sample.ListedEvents;
import io.shiporskip.query.sample.RandomHistory;
import io.shiporskip.query.sample.TestDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@SuppressWarnings("NullAway.Init")
class LaneTest {

    private static final ListedEvents LOG = new ListedEvents(RandomHistory.of(1, 3 * Lane.BATCH));

    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private MongoDatabase database;
    private LaneOpener opener;

    public record Count(int events) {}

    /** Counts events at odd and at even positions, and cannot count some of them. */
    private record OddAndEven(String name, Set<Long> failing) implements Projection<Count> {

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Class<Count> form() {
            return Count.class;
        }

        @Override
        public Set<String> touches(RecordedEvent event) {
            return Set.of(event.position() % 2 == 1 ? "odd" : "even");
        }

        @Override
        public Count fold(@Nullable Count before, RecordedEvent event) {
            if (failing.contains(event.position())) {
                throw new IllegalStateException("on purpose");
            }
            return new Count(before == null ? 1 : before.events() + 1);
        }
    }

    @BeforeEach
    void open() {
        database = server.fresh();
        opener = new LaneOpener(database, BulkWriter.UNORDERED);
    }

    /** The odd ones are folded first, and fail at a later position than the even ones do. */
    @Test
    void itStopsAtTheFirstEventThatCannotBeFoldedWhicheverDocumentIsFoldedFirst() {
        Lane<Count> lane = opener.open(new OddAndEven("stops", Set.of(4L, 9L)), 1);

        assertThatExceptionOfType(UnfoldableEventException.class)
                .isThrownBy(() -> lane.fold(LOG.after(0, 10)))
                .satisfies(stop -> assertThat(stop.position()).isEqualTo(4));
        assertThat(lane.position()).isEqualTo(3);
        assertThat(counts(lane)).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void eachEventThatMayBeSkippedIsLeftOutThoughOneBatchHoldsSeveral() {
        var projection = new OddAndEven("skips", Set.of(4L, 9L));
        Lane<Count> lane = opener.open(projection, 1, List.of(4L, 9L));

        lane.fold(LOG.after(0, 10));

        assertThat(lane.position()).isEqualTo(10);
        assertThat(counts(lane)).containsExactlyInAnyOrder(4, 4);
        assertThat(opener.progress().of(lane.generation()).skipped()).containsExactly(4L, 9L);
    }

    @Test
    void oneThatIsFarBehindTakesOneStepAtATimeAndTheOthersGoOnMeanwhile() {
        Lane<Count> behind = opener.open(new OddAndEven("behind", Set.of()), 1);
        Lane<Count> there = opener.open(new OddAndEven("there", Set.of()), 1);
        while (there.position() < LOG.head() - 10) {
            there.stepTowards(LOG.head() - 10, LOG);
        }
        var live = new LiveLanes(LOG, opener.progress(), List.of(behind, there));

        assertThat(live.level(LOG.head() - 10)).as("one still lags").isTrue();
        live.fold(LOG.after(LOG.head() - 10, 10));

        assertThat(behind.position()).isEqualTo(Lane.BATCH);
        assertThat(there.position()).isEqualTo(LOG.head());
        boolean lags = true;
        while (lags) {
            lags = live.level(LOG.head());
        }
        assertThat(behind.position()).isEqualTo(LOG.head());
        assertThat(counts(behind)).isEqualTo(counts(there));
    }

    private static Collection<Integer> counts(Lane<Count> lane) {
        return lane.store().load(List.of("odd", "even")).values().stream()
                .map(folded -> folded.state().events())
                .sorted()
                .toList();
    }
}
