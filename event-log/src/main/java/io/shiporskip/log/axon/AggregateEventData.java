package io.shiporskip.log.axon;

import io.shiporskip.log.StoredEvent;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.jspecify.annotations.Nullable;

/** A stored event of an aggregate, as Axon wants to see it. */
record AggregateEventData(PlainEventData data) implements TrackedEventData<String>, DomainEventData<String> {

    /** Empty for an event of no aggregate: it belongs to no stream, though it is kept as one. */
    static Optional<AggregateEventData> ofAggregate(StoredEvent event) {
        return Optional.of(event)
                .filter(of -> of.type() != null)
                .map(PlainEventData::new)
                .map(AggregateEventData::new);
    }

    @Override
    public @Nullable String getType() {
        return data.event().type();
    }

    @Override
    public String getAggregateIdentifier() {
        return data.event().aggregate();
    }

    @Override
    public long getSequenceNumber() {
        return data.event().sequence();
    }

    @Override
    public TrackingToken trackingToken() {
        return data.trackingToken();
    }

    @Override
    public String getEventIdentifier() {
        return data.getEventIdentifier();
    }

    @Override
    public Instant getTimestamp() {
        return data.getTimestamp();
    }

    @Override
    public SerializedObject<String> getMetaData() {
        return data.getMetaData();
    }

    @Override
    public SerializedObject<String> getPayload() {
        return data.getPayload();
    }
}
