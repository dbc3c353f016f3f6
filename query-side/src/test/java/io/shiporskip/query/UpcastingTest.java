package io.shiporskip.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.shiporskip.events.tool.ToolWithdrawn;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.metrics.LogMetrics;
import io.shiporskip.log.read.LogHub;
import io.shiporskip.query.ProjectingConfiguration.LogEnd;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.sample.TestDatabase;
import io.shiporskip.query.sample.TestLog;
import io.shiporskip.query.sample.TwoTools;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** An upcaster that is a bean serves the projections too. */
class UpcastingTest {

    private static final class IntoAWithdrawal extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().getName().equals("FromTheFuture");
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    new SimpleSerializedType("ToolWithdrawn", "1"),
                    String.class,
                    nothing -> "{\"tool\":\"" + TwoTools.SMOL.slug() + "\"}");
        }
    }

    @Test
    void theBeanUpcastsWhatProjectionsRead() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("upcaster", new IntoAWithdrawal());
        try (var server = new TestDatabase();
                var client = MongoClients.create(server.connectionString())) {
            var database = new QueryDatabase(client, server.fresh());
            try (var log = new TestLog(database.database(), new LogWakeUp())) {
                log.appendOfUnknownKind();
                var hub = new LogHub(database.database(), new LogWakeUp(), LogMetrics.none());
                EventSource source = new ProjectingConfiguration()
                        .eventSource(database, new LogEnd(hub, true), beans.getBeanProvider(EventUpcaster.class));

                assertThat(source.after(0, 10).getFirst().payload()).isEqualTo(new ToolWithdrawn(TwoTools.SMOL));
            }
        }
    }
}
