package io.shiporskip.query.projecting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.tool.ToolWithdrawn;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.follow.Lane;
import io.shiporskip.query.projecting.follow.LaneOpener;
import io.shiporskip.query.projecting.follow.LiveLanes;
import io.shiporskip.query.projecting.follow.Snapshot;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.projecting.store.OvertakenException;
import io.shiporskip.query.sample.ListedEvents;
import io.shiporskip.query.sample.TestDatabase;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A live model goes on while it is compared as it was: documents are changed and made behind and before the walk. */
class VotesWhileComparedTest {

    private static final int THEN = 6_000;
    private static final int BOUND = 20_000;
    private static final ListedEvents LOG =
            new ListedEvents(Collections.nCopies(60_000, new ToolWithdrawn(new ToolId("tool"))));

    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private final MongoDatabase database = server.fresh();
    private final LaneOpener opener = new LaneOpener(database, BulkWriter.UNORDERED);

    /** As many documents as wanted; an event changes one somewhere among them, or makes it. */
    record Spread(int documents) implements Projection<Spread.Count> {

        public record Count(long events) {}

        @Override
        public String name() {
            return "spread";
        }

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
            return Set.of("%06d".formatted(event.position() * 7_919 % documents));
        }

        @Override
        public Count fold(@Nullable Count before, RecordedEvent event) {
            return new Count(before == null ? 1 : before.events() + 1);
        }
    }

    @Test
    void whatIsChangedAndMadeMeanwhileIsNotCompared() throws Exception {
        var spread = new Spread(9_000);
        LiveLanes live = live(spread);
        level(live, THEN);
        Lane<?> rebuilt = opener.open(spread, 2);
        while (rebuilt.position() < THEN) {
            rebuilt.stepTowards(THEN, LOG);
        }
        Snapshot<?> snapshot = snapshot(live, spread);
        var over = new AtomicBoolean();
        Thread votes = Thread.ofPlatform().start(() -> {
            long position = THEN;
            while (position < THEN + 1_500 || (!over.get() && position < THEN + 15_000)) {
                position += 50;
                level(live, position);
            }
        });
        try {
            Comparison first = Comparing.of(snapshot, rebuilt.store(), () -> {});
            assertThat(first.differing()).isEmpty();
            assertThat(first.isEqual()).isTrue();
            assertThat(first.liveDocuments()).isEqualTo(THEN);
        } finally {
            over.set(true);
            votes.join();
        }
        Comparison after = Comparing.of(snapshot, rebuilt.store(), () -> {});
        assertThat(after.isEqual()).as("however far the live one is by now").isTrue();
        assertThat(live.position(spread.name()).orElseThrow()).isGreaterThan(THEN + 1_000);
        assertThat(Comparing.of(snapshot(live(spread), spread), rebuilt.store(), () -> {})
                        .isEqual())
                .as("as it is now it is another")
                .isFalse();
    }

    @Test
    void pastItsBoundTheLaneWaitsAndThenCatchesUp() {
        var spread = new Spread(60_000);
        LiveLanes live = live(spread);
        level(live, 10);
        Snapshot<?> snapshot = snapshot(live, spread);

        level(live, LOG.head());
        live.fold(LOG.after(LOG.head() - 5, 5));

        long waitsAt = live.position(spread.name()).orElseThrow();
        assertThat(waitsAt).isBetween(BOUND + 0L, BOUND + 10L + Lane.BATCH);
        assertThat(snapshot.position()).isEqualTo(10);
        live.forgetSnapshot(spread.name());
        level(live, LOG.head());
        assertThat(live.position(spread.name())).hasValue(LOG.head());
    }

    @Test
    void whatAnotherNodeWritesMeanwhileStartsTheComparisonOver() {
        var spread = new Spread(100);
        LiveLanes live = live(spread);
        level(live, 500);
        Snapshot<?> snapshot = snapshot(live, spread);
        Lane<?> another = opener.open(spread, 1);

        another.stepTowards(600, LOG);

        assertThatExceptionOfType(OvertakenException.class)
                .isThrownBy(() -> Comparing.of(snapshot, opener.open(spread, 2).store(), () -> {}));
    }

    /** As often as it takes. */
    private static void level(LiveLanes live, long position) {
        boolean lags = true;
        while (lags) {
            lags = live.level(position);
        }
    }

    private static Snapshot<?> snapshot(LiveLanes live, Spread spread) {
        return Objects.requireNonNull(live.keepSnapshots(List.of(spread.name())).get(spread.name()));
    }

    private LiveLanes live(Spread spread) {
        return new LiveLanes(LOG, opener.progress(), List.of(opener.open(spread, 1)));
    }
}
