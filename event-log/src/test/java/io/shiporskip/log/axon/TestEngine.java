package io.shiporskip.log.axon;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.TestServer;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.read.LogReader;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The engine over a new log, whose events are plain texts; times are free, as Axon's suites bring their own. */
final class TestEngine implements AutoCloseable {

    final MongoDatabase database = TestServer.newDatabase();
    final LogWakeUp wakeUp = new LogWakeUp();
    final LogReader reader = new LogReader(database);
    final BlockAppender appender = new BlockAppender(database, wakeUp, AppenderSettings.DEFAULT.withAnyTime());
    final NamedTypeSerializer serializer = new NamedTypeSerializer(
            List.of(new EventTypeName("Text", "1", String.class)),
            JsonMapper.builder().build());

    LogEventStorageEngineBuilder builder() {
        return LogEventStorageEngine.builder(appender, reader, database).serializer(serializer);
    }

    @Override
    public void close() {
        appender.close();
    }
}
