package io.shiporskip.log.axon;

import io.shiporskip.log.StoredEvent;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/**
 * Turns a stored event into the event it stands for, for readers that follow the log themselves. Upcasters see one event
 * at a time, so none may need another event's content. Safe for any number of threads.
 */
public final class EventDecoder {

    private final Serializer serializer;
    private final EventUpcaster upcasters;

    /** For a log in which nothing needs upcasting. */
    public EventDecoder(Serializer serializer) {
        this(serializer, NoOpEventUpcaster.INSTANCE);
    }

    public EventDecoder(Serializer serializer, EventUpcaster upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /**
     * @return the event's payload in its class of today
     * @throws EventDecodingException when its kind is unknown, its revision is not upcast, or its payload does not read
     */
    public Object decode(StoredEvent event) {
        try {
            return upcasters == NoOpEventUpcaster.INSTANCE ? direct(event) : upcast(event);
        } catch (SerializationException e) {
            throw new EventDecodingException(event, e);
        }
    }

    private Object direct(StoredEvent event) {
        return serializer.<String, Object>deserialize(
                new SimpleSerializedObject<>(event.payload(), String.class, event.name(), event.revision()));
    }

    private Object upcast(StoredEvent event) {
        Stream<IntermediateEventRepresentation> stored =
                Stream.of(new InitialEventRepresentation(PlainEventData.of(event), serializer));
        List<IntermediateEventRepresentation> results = upcasters.upcast(stored).toList();
        if (results.size() != 1) {
            throw new SerializationException("its upcasters made " + results.size() + " events of it; it takes one");
        }
        return serializer.deserialize(results.getFirst().getData());
    }
}
