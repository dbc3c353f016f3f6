package io.shiporskip.log.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NamedTypeSerializerTest {

    record Happened(String what, Instant when) {}

    private final NamedTypeSerializer serializer = new NamedTypeSerializer(
            List.of(new EventTypeName("SomethingHappened", "3", Happened.class)),
            JsonMapper.builder().build());
    private final Happened event = new Happened("grüße 👋", Instant.parse("2026-01-02T03:04:05.678Z"));

    @Test
    void eventsAreWrittenUnderTheirStableNamesInEveryRepresentation() {
        for (Class<?> representation : List.of(String.class, byte[].class, JsonNode.class)) {
            SerializedObject<?> written = serializer.serialize(event, representation);

            assertThat(written.getType().getName()).isEqualTo("SomethingHappened");
            assertThat(written.getType().getRevision()).isEqualTo("3");
            assertThat(serializer.<Object, Object>deserialize(cast(written))).isEqualTo(event);
        }
    }

    @Test
    void metadataComesBackAsItWas() {
        MetaData meta = MetaData.from(Map.of("actor", "editor", "attempt", 2));

        assertThat(serializer.<String, MetaData>deserialize(serializer.serialize(meta, String.class)))
                .isEqualTo(meta);
    }

    @Test
    void aClassWithoutANameIsNotWrittenAndANameIsNeverTakenForAClass() {
        assertThatThrownBy(() -> serializer.serialize(new AtomicBoolean(), String.class))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("no stable name");
        SerializedObject<String> hostile =
                new SimpleSerializedObject<>("{}", String.class, Happened.class.getName(), "3");
        assertThatThrownBy(() -> serializer.deserialize(hostile)).isInstanceOf(SerializationException.class);
    }

    @Test
    void aNameStandsForOneClass() {
        List<EventTypeName> twice =
                List.of(new EventTypeName("A", "1", Happened.class), new EventTypeName("A", "1", String.class));

        assertThatThrownBy(() ->
                        new NamedTypeSerializer(twice, JsonMapper.builder().build()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @SuppressWarnings("unchecked")
    private static SerializedObject<Object> cast(SerializedObject<?> serialized) {
        return (SerializedObject<Object>) serialized;
    }
}
