package io.shiporskip.log.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.metrics.LogMetrics;
import io.shiporskip.log.read.LogFollower;
import io.shiporskip.log.read.LogHub;
import io.shiporskip.log.read.LogReader;
import io.shiporskip.log.start.StartCheck;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The code of event-log/README.md, line by line: change both. */
class ReadmeTest {

    record RoomBooked(int guests) {}

    @Test
    void whatTheReadmeShowsWorks() throws InterruptedException {
        MongoDatabase database = TestServer.newDatabase();
        SimpleMeterRegistry meterRegistry = new SimpleMeterRegistry();
        JsonMapper jsonMapper = JsonMapper.builder().build();

        StartCheck.run(database);
        LogWakeUp wakeUp = new LogWakeUp();
        LogMetrics metrics = new LogMetrics(meterRegistry);
        BlockAppender appender = new BlockAppender(database, wakeUp, AppenderSettings.DEFAULT, metrics);
        LogReader reader = new LogReader(database);
        NamedTypeSerializer serializer =
                new NamedTypeSerializer(List.of(new EventTypeName("RoomBooked", "1", RoomBooked.class)), jsonMapper);

        EventStorageEngine engine = LogEventStorageEngine.builder(appender, reader)
                .serializer(serializer)
                .build();
        EventStore store = EmbeddedEventStore.builder().storageEngine(engine).build();

        store.publish(new GenericDomainEventMessage<>("Room", "room-1", 0, new RoomBooked(2)));
        assertThat(store.readEvents("room-1").next().getPayload()).isEqualTo(new RoomBooked(2));

        long lastPosition = 0;
        try (LogHub hub = new LogHub(database, wakeUp, metrics);
                LogFollower follower = hub.follow("rooms", lastPosition)) {
            List<StoredEvent> events = follower.next(500, Duration.ofSeconds(20));
            assertThat(events).extracting(StoredEvent::name).containsExactly("RoomBooked");
        } finally {
            appender.close();
        }
    }
}
