package io.shiporskip.log.axon;

import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.append.CommitRefusedException;
import io.shiporskip.log.read.LogReader;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Builds a {@link LogEventStorageEngine}; besides what Axon's builders take it needs the log itself. */
public final class LogEventStorageEngineBuilder extends BatchingEventStorageEngine.Builder {

    private final BlockAppender appender;
    private final LogReader reader;
    private final Snapshots snapshots;

    LogEventStorageEngineBuilder(BlockAppender appender, LogReader reader, Snapshots snapshots) {
        this.appender = appender;
        this.reader = reader;
        this.snapshots = snapshots;
        persistenceExceptionResolver(CommitRefusedException.class::isInstance);
    }

    /** Usually a {@link NamedTypeSerializer}. */
    public LogEventStorageEngineBuilder serializer(Serializer serializer) {
        eventSerializer(serializer);
        snapshotSerializer(serializer);
        return this;
    }

    /** Applied to every event that is read; usually an {@code EventUpcasterChain}. */
    public LogEventStorageEngineBuilder upcasters(EventUpcaster upcasters) {
        upcasterChain(upcasters);
        return this;
    }

    public LogEventStorageEngine build() {
        return new LogEventStorageEngine(this, appender, reader, snapshots);
    }
}
