package io.shiporskip.query.sample;

import io.shiporskip.events.catalogue.EventCatalogue;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.axon.EventDecoder;
import io.shiporskip.log.axon.EventTypeName;
import io.shiporskip.log.axon.NamedTypeSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Reads stored events as the product does. */
public final class EventDecoding {

    private static final EventDecoder DECODER = new EventDecoder(new NamedTypeSerializer(
            EventCatalogue.types().stream()
                    .map(type -> new EventTypeName(type.name(), Integer.toString(type.revision()), type.type()))
                    .toList(),
            JsonMapper.builder().build()));

    private EventDecoding() {}

    public static Object decode(StoredEvent event) {
        return DECODER.decode(event);
    }
}
