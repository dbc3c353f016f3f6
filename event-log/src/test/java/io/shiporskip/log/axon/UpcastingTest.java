package io.shiporskip.log.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shiporskip.log.Commits;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.append.NewEvent;
import io.shiporskip.log.read.LogFollower;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event written in revision 1 is read into its class of revision 2, by every way there is to read it. */
class UpcastingTest {

    /** Revision 1 had one number, {@code stars}, of 5; revision 2 has {@code score}, of 100. */
    record Rated(String tool, int score) {}

    /** An event that nothing changed since. */
    record Noted(String text) {}

    static final class StarsToScore extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().getName().equals("Rated")
                    && "1".equals(event.getType().getRevision());
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(new SimpleSerializedType("Rated", "2"), JsonNode.class, payload -> {
                ObjectNode upcast = (ObjectNode) payload.deepCopy();
                upcast.put("score", 20 * upcast.remove("stars").asInt());
                return upcast;
            });
        }
    }

    private static final EventUpcaster UPCASTERS = new EventUpcasterChain(new StarsToScore());
    private static final Object[] EVENTS_OF_TODAY = {new Rated("t", 80), new Noted("n"), new Rated("t", 55)};

    private final TestEngine log = new TestEngine();
    private final NamedTypeSerializer serializer = new NamedTypeSerializer(
            List.of(new EventTypeName("Rated", "2", Rated.class), new EventTypeName("Noted", "1", Noted.class)),
            JsonMapper.builder().build());

    @BeforeEach
    void writeOldAndNewRevisions() {
        log.appender.append(Commits.of(
                event(0, "Rated", "1", "{\"tool\":\"t\",\"stars\":4}"),
                event(1, "Noted", "1", "{\"text\":\"n\"}"),
                event(2, "Rated", "2", "{\"tool\":\"t\",\"score\":55}")));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void throughTheEngine() {
        LogEventStorageEngine engine =
                log.builder().serializer(serializer).upcasters(UPCASTERS).build();

        assertThat(engine.readEvents("a").asStream().map(Message::getPayload).toArray())
                .isEqualTo(EVENTS_OF_TODAY);
        try (Stream<? extends TrackedEventMessage<?>> all = engine.readEvents(null, false)) {
            assertThat(all.map(Message::getPayload).toArray()).isEqualTo(EVENTS_OF_TODAY);
        }
    }

    @Test
    void throughTheFollowerAndTheDecoder() throws InterruptedException {
        EventDecoder decoder = new EventDecoder(serializer, UPCASTERS);
        LogFollower follower = new LogFollower(log.reader, log.wakeUp, 0);

        assertThat(follower.next(10, Duration.ofSeconds(10)).stream()
                        .map(decoder::decode)
                        .toArray())
                .isEqualTo(EVENTS_OF_TODAY);
    }

    @Test
    void throughTheMessageSource() throws InterruptedException {
        LogMessageSource source = new LogMessageSource(log.reader, log.wakeUp, serializer, UPCASTERS);

        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
            for (Object expected : EVENTS_OF_TODAY) {
                assertThat(stream.nextAvailable().getPayload()).isEqualTo(expected);
            }
        }
    }

    @Test
    void whatNothingUpcastsIsAnErrorThatNamesThePosition() {
        StoredEvent old = log.reader.at(1).orElseThrow();
        EventDecoder decoder = new EventDecoder(serializer);

        assertThatThrownBy(() -> decoder.decode(old))
                .isInstanceOf(EventDecodingException.class)
                .hasMessageContaining("position 1")
                .hasMessageContaining("revision 1");
        LogEventStorageEngine engine = log.builder().serializer(serializer).build();
        assertThatThrownBy(() -> engine.readEvents("a").next().getPayload()).isInstanceOf(SerializationException.class);
    }

    private static NewEvent event(long sequence, String name, String revision, String payload) {
        return new NewEvent(Commits.id(), "a", "Thing", sequence, name, revision, Commits.TIME, payload, "{}");
    }
}
