package io.shiporskip.benchmarks.append;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.benchmarks.load.Load;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.axon.LogEventStorageEngine;
import io.shiporskip.log.read.LogReader;
import java.time.Duration;

/** The event log, through Axon's interface as the stock engine is. */
final class OurEngine implements Contender, AutoCloseable {

    static final String NAME = "event log, through Axon's engine";

    /** Longer than any stall of a busy machine: a benchmark shows it as a duration. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BlockAppender appender;
    private final LogReader reader;
    private final LogEventStorageEngine engine;
    private final MongoDatabase database;

    OurEngine(MongoDatabase database) {
        this.database = database;
        EventLogSchema.ensure(database);
        this.appender = new BlockAppender(database, new LogWakeUp(), AppenderSettings.DEFAULT.withPatience(PATIENCE));
        this.reader = new LogReader(database);
        this.engine = engine(100);
    }

    /** @param batchSize events a query of its readers */
    LogEventStorageEngine engine(int batchSize) {
        var builder = LogEventStorageEngine.builder(appender, reader).serializer(VoteMessages.serializer());
        builder.batchSize(batchSize);
        return builder.build();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Load.Request next() {
        var vote = VoteMessages.next();
        return () -> engine.appendEvents(vote);
    }

    BlockAppender appender() {
        return appender;
    }

    LogReader reader() {
        return reader;
    }

    /** How many blocks the log has. */
    long blocks() {
        return database.getCollection(EventLogSchema.COLLECTION).estimatedDocumentCount();
    }

    @Override
    public void close() {
        appender.close();
    }
}
