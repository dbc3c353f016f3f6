package io.shiporskip.command.log;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.metrics.LogMetrics;
import io.shiporskip.log.read.LogHub;
import io.shiporskip.log.read.LogReader;
import io.shiporskip.mongo.testing.TestMongo;
import java.nio.file.Path;

/** An empty log as the command side has it, on a server for one test. */
public final class TestCommandLog implements AutoCloseable {

    private final TestMongo mongo;
    private final MongoClient client;
    private final MongoDatabase database;
    private final CommandLog log;

    public TestCommandLog(Path folder) {
        mongo = TestMongo.in(folder);
        client = MongoClients.create(mongo.uri());
        database = mongo.database(client);
        EventLogSchema.ensure(database);
        LogWakeUp wakeUp = new LogWakeUp();
        log = new CommandLog(
                new BlockAppender(database, wakeUp, AppenderSettings.DEFAULT),
                new LogReader(database),
                wakeUp,
                new LogHub(database, wakeUp, LogMetrics.none()),
                true);
    }

    public MongoDatabase database() {
        return database;
    }

    public CommandLog log() {
        return log;
    }

    @Override
    public void close() {
        log.close();
        client.close();
        mongo.close();
    }
}
