package io.shiporskip.log.axon;

import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.append.Commit;
import io.shiporskip.log.append.CommitRefusedException;
import io.shiporskip.log.append.NewEvent;
import io.shiporskip.log.read.LogReader;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's storage engine over the log: the events of one unit of work are one commit. A lost race is answered as Axon
 * has it ({@code AggregateStreamCreationException} for the first event of a stream, else {@code ConcurrencyException});
 * {@link io.shiporskip.log.append.BusyException} and {@link io.shiporskip.log.append.UnknownOutcomeException} pass as
 * they are, and none of them may be retried by a layer above as a new decision.
 */
public final class LogEventStorageEngine extends BatchingEventStorageEngine {

    private static final String APPENDED = LogEventStorageEngine.class.getName() + ".appended";

    private static final String NEW = LogEventStorageEngine.class.getName() + ".new";

    private final BlockAppender appender;
    private final LogReader reader;
    private final @Nullable Snapshots snapshots;

    LogEventStorageEngine(
            LogEventStorageEngineBuilder builder,
            BlockAppender appender,
            LogReader reader,
            @Nullable Snapshots snapshots) {
        super(builder);
        this.snapshots = snapshots;
        this.appender = appender;
        this.reader = reader;
    }

    public static LogEventStorageEngineBuilder builder(BlockAppender appender, LogReader reader) {
        return new LogEventStorageEngineBuilder(appender, reader);
    }

    /** The position of the last event that a unit of work has appended; empty when it wrote none, or has yet to. */
    public static OptionalLong appendedPosition(UnitOfWork<?> unitOfWork) {
        Long position = unitOfWork.root().getResource(APPENDED);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    /**
     * Has a unit of work take a stream for empty, without looking. What it decides can then be written only if that is
     * so: else the first place is taken, and {@code AggregateStreamCreationException} comes. When it writes nothing, the
     * guess is not put to the test, and its result must not be told.
     */
    public static void assumeNew(UnitOfWork<?> unitOfWork, String aggregateIdentifier) {
        unitOfWork.root().resources().put(NEW, aggregateIdentifier);
    }

    private static boolean isAssumedNew(String aggregateIdentifier) {
        return CurrentUnitOfWork.isStarted()
                && aggregateIdentifier.equals(CurrentUnitOfWork.get().root().getResource(NEW));
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<NewEvent> content =
                events.stream().map(event -> newEvent(event, serializer)).toList();
        Commit commit = new Commit(IdentifierFactory.getInstance().generateIdentifier(), content);
        try {
            long position = appender.append(commit);
            CurrentUnitOfWork.ifStarted(unit -> unit.root().resources().put(APPENDED, position));
        } catch (CommitRefusedException e) {
            handlePersistenceException(e, events.get(e.index()));
        }
    }

    private static NewEvent newEvent(EventMessage<?> event, Serializer serializer) {
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        SerializedObject<String> meta = event.serializeMetaData(serializer, String.class);
        DomainEventMessage<?> domain = event instanceof DomainEventMessage<?> of ? of : null;
        return new NewEvent(
                event.getIdentifier(),
                domain == null ? event.getIdentifier() : domain.getAggregateIdentifier(),
                domain == null ? null : domain.getType(),
                domain == null ? 0 : domain.getSequenceNumber(),
                payload.getType().getName(),
                Objects.requireNonNull(
                        payload.getType().getRevision(),
                        () -> payload.getType().getName() + " is written without a revision"),
                event.getTimestamp(),
                payload.getData(),
                meta.getData());
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return reader.after(EventTokens.position(lastToken), batchSize).stream()
                .map(PlainEventData::of)
                .toList();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        if (isAssumedNew(aggregateIdentifier)) {
            return List.of();
        }
        return reader.stream(aggregateIdentifier, firstSequenceNumber, batchSize).stream()
                .flatMap(event -> AggregateEventData.ofAggregate(event).stream())
                .toList();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        OptionalLong last = reader.lastSequence(aggregateIdentifier);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    public TrackingToken createTailToken() {
        return EventTokens.TAIL;
    }

    @Override
    public TrackingToken createHeadToken() {
        return EventTokens.head(reader);
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return EventTokens.at(dateTime, reader);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        if (snapshots == null) {
            throw new UnsupportedOperationException(
                    "This engine keeps no snapshots: name a database for them when it is built");
        }
        snapshots.store(newEvent(snapshot, serializer));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return snapshots == null ? Stream.empty() : snapshots.of(aggregateIdentifier).stream();
    }
}
