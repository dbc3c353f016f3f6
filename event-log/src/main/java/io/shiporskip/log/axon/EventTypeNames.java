package io.shiporskip.log.axon;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;

/** The known kinds of events, by class and by name. A name that is not here is never turned into a class. */
final class EventTypeNames {

    /** Axon reads and writes metadata under its own name, without a revision; it is nowhere stored. */
    private static final SerializedType META = new SimpleSerializedType(MetaData.class.getName(), null);

    private final Map<Class<?>, EventTypeName> byClass = new HashMap<>();
    private final Map<String, EventTypeName> byName = new HashMap<>();

    /** @throws IllegalArgumentException when two kinds share a name or a class */
    EventTypeNames(Collection<EventTypeName> types) {
        types.forEach(this::add);
    }

    private void add(EventTypeName type) {
        if (byClass.putIfAbsent(type.type(), type) != null || byName.putIfAbsent(type.name(), type) != null) {
            throw new IllegalArgumentException("two kinds of events share the name or the class of " + type);
        }
    }

    SerializedType of(Class<?> type) {
        if (type == MetaData.class) {
            return META;
        }
        EventTypeName known = byClass.get(type);
        if (known == null) {
            throw new SerializationException(type.getName() + " is not a known kind of event: it has no stable name");
        }
        return new SimpleSerializedType(known.name(), known.revision());
    }

    /** @throws SerializationException when the name is unknown, or the revision is not the one its class reads */
    Class<?> classOf(SerializedType type) {
        if (type.getName().equals(META.getName())) {
            return MetaData.class;
        }
        EventTypeName known = byName.get(type.getName());
        if (known == null) {
            throw new SerializationException("no kind of event is named " + type.getName());
        }
        if (!known.revision().equals(type.getRevision())) {
            throw new SerializationException(known.name() + " is read in revision " + known.revision()
                    + "; nothing upcasts it from revision " + type.getRevision());
        }
        return known.type();
    }
}
