package io.shiporskip.log.axon;

import io.shiporskip.log.StoredEvent;
import java.time.Instant;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** A stored event of no aggregate, as Axon wants to see it. Its tracking token is its position. */
record PlainEventData(StoredEvent event) implements TrackedEventData<String> {

    /** The event as one of its aggregate, or of none. */
    static TrackedEventData<String> of(StoredEvent event) {
        return event.type() == null ? new PlainEventData(event) : new AggregateEventData(new PlainEventData(event));
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(event.position());
    }

    @Override
    public String getEventIdentifier() {
        return event.id();
    }

    @Override
    public Instant getTimestamp() {
        return event.time();
    }

    @Override
    public SerializedObject<String> getMetaData() {
        return new SerializedMetaData<>(event.meta(), String.class);
    }

    @Override
    public SerializedObject<String> getPayload() {
        return new SimpleSerializedObject<>(event.payload(), String.class, event.name(), event.revision());
    }
}
