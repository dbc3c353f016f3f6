package io.shiporskip.log.axon;

import io.shiporskip.log.append.NewEvent;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** A stored snapshot, as Axon wants to see it: an event that holds the aggregate's state after {@code sequence}. */
record SnapshotData(NewEvent snapshot) implements DomainEventData<String> {

    @Override
    public @Nullable String getType() {
        return snapshot.type();
    }

    @Override
    public String getAggregateIdentifier() {
        return snapshot.aggregate();
    }

    @Override
    public long getSequenceNumber() {
        return snapshot.sequence();
    }

    @Override
    public String getEventIdentifier() {
        return snapshot.id();
    }

    @Override
    public Instant getTimestamp() {
        return snapshot.time();
    }

    @Override
    public SerializedObject<String> getMetaData() {
        return new SerializedMetaData<>(snapshot.meta(), String.class);
    }

    @Override
    public SerializedObject<String> getPayload() {
        return new SimpleSerializedObject<>(snapshot.payload(), String.class, snapshot.name(), snapshot.revision());
    }
}
