package io.shiporskip.command.axon;

import io.shiporskip.events.catalogue.EventCatalogue;
import io.shiporskip.log.axon.EventTypeName;
import io.shiporskip.log.axon.NamedTypeSerializer;
import tools.jackson.databind.json.JsonMapper;

/** How events are written and read: JSON, under the names and revisions of the catalogue. */
public final class EventReading {

    private EventReading() {}

    /** A serializer that knows every kind of event in its revision of today. */
    public static NamedTypeSerializer serializer() {
        return new NamedTypeSerializer(
                EventCatalogue.types().stream()
                        .map(type -> new EventTypeName(type.name(), Integer.toString(type.revision()), type.type()))
                        .toList(),
                JsonMapper.builder().build());
    }
}
