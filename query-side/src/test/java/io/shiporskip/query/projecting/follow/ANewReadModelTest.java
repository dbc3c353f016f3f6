package io.shiporskip.query.projecting.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shiporskip.events.panel.PanelTakeSubmitted;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.sample.QueryNode;
import io.shiporskip.query.sample.TestDatabase;
import io.shiporskip.query.sample.TestLog;
import io.shiporskip.query.sample.TwoTools;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The example of docs/projections.md: a read model is one class, and this is its one test. */
class ANewReadModelTest {

    /** How many takes a seat has submitted; one document a seat. */
    static final class SeatDiligence implements Projection<SeatDiligence.Takes> {

        public record Takes(int submitted) {}

        @Override
        public String name() {
            return "diligence";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Class<Takes> form() {
            return Takes.class;
        }

        @Override
        public Set<String> touches(RecordedEvent event) {
            return event.payload() instanceof PanelTakeSubmitted take
                    ? Set.of(take.seat().name())
                    : Set.of();
        }

        @Override
        public Takes fold(@Nullable Takes before, RecordedEvent event) {
            return new Takes(before == null ? 1 : before.submitted() + 1);
        }
    }

    @Test
    void theEngineDoesTheRest() {
        var diligence = new SeatDiligence();
        var wakeUp = new LogWakeUp();
        try (var server = new TestDatabase()) {
            var database = server.fresh();
            try (var log = new TestLog(database, wakeUp);
                    var node = new QueryNode(database, wakeUp, List.of(diligence), BulkWriter.UNORDERED)) {
                long last = log.append(TwoTools.EVENTS);

                await().atMost(Duration.ofSeconds(60)).until(() -> node.models.reached(List.of(diligence)) == last);
                var documents = node.models.open(diligence).of(diligence).load(List.of("BUILDER", "FUTURIST"));
                assertThat(documents.values())
                        .extracting(document ->
                                document.id() + " " + document.state().submitted())
                        .containsExactlyInAnyOrder("BUILDER 2", "FUTURIST 1");
            }
        }
    }
}
