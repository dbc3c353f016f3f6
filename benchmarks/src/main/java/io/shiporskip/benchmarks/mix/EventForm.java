package io.shiporskip.benchmarks.mix;

import io.shiporskip.events.DomainEvent;
import io.shiporskip.events.catalogue.EventCatalogue;
import io.shiporskip.log.append.Commit;
import io.shiporskip.log.append.NewEvent;
import io.shiporskip.log.axon.EventTypeName;
import io.shiporskip.log.axon.NamedTypeSerializer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.serialization.SerializedObject;
import tools.jackson.databind.json.JsonMapper;

/** Events in the form in which the product writes them. Safe for any number of threads. */
final class EventForm {

    private final NamedTypeSerializer serializer = serializer();

    /** One that knows all kinds of the catalogue, as the product's does. */
    static NamedTypeSerializer serializer() {
        return new NamedTypeSerializer(
                EventCatalogue.types().stream()
                        .map(type -> new EventTypeName(type.name(), Integer.toString(type.revision()), type.type()))
                        .toList(),
                JsonMapper.builder().build());
    }

    Commit commit(DomainEvent event, String aggregateType, long sequence, String actor, Instant time) {
        SerializedObject<String> payload = serializer.serialize(event, String.class);
        NewEvent content = new NewEvent(
                id(),
                event.stream(),
                aggregateType,
                sequence,
                payload.getType().getName(),
                Objects.requireNonNull(payload.getType().getRevision()),
                time,
                payload.getData(),
                "{\"actor\":\"" + actor + "\",\"command\":\"" + id() + "\"}");
        return new Commit(id(), List.of(content));
    }

    private static String id() {
        return IdentifierFactory.getInstance().generateIdentifier();
    }
}
