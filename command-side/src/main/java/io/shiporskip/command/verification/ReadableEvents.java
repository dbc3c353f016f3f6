package io.shiporskip.command.verification;

import io.shiporskip.command.axon.EventReading;
import io.shiporskip.events.DomainEvent;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.axon.EventDecoder;
import io.shiporskip.log.axon.EventDecodingException;
import io.shiporskip.log.verify.EventCheck;
import java.util.Optional;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What this product asks of an event in its log: that its name and revision are in the catalogue, that its payload reads
 * as that kind of event, that it stands in the stream which its payload speaks of, and that its metadata is a JSON object.
 */
public final class ReadableEvents implements EventCheck {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final EventDecoder decoder;

    /** @param upcasters that older revisions are read through */
    ReadableEvents(EventUpcaster upcasters) {
        this.decoder = new EventDecoder(EventReading.serializer(), upcasters);
    }

    /** For a process without a context; no revision needs upcasting so far. */
    public ReadableEvents() {
        this(NoOpEventUpcaster.INSTANCE);
    }

    @Override
    public Optional<String> amiss(StoredEvent event) {
        try {
            Object payload = decoder.decode(event);
            if (!(payload instanceof DomainEvent domain)) {
                return Optional.of("it is no event of this product: " + event.name());
            }
            if (!domain.stream().equals(event.aggregate())) {
                return Optional.of("its payload belongs to stream " + domain.stream() + " and it stands in stream "
                        + event.aggregate());
            }
            return JSON.readTree(event.meta()).isObject()
                    ? Optional.empty()
                    : Optional.of("its metadata is not a JSON object");
        } catch (EventDecodingException unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        } catch (JacksonException notJson) {
            return Optional.of("its metadata is not JSON: " + notJson.getOriginalMessage());
        }
    }
}
