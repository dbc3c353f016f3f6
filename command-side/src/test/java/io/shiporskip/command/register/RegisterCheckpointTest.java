package io.shiporskip.command.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.shiporskip.command.log.CommandDatabase;
import io.shiporskip.command.log.TestCommandLog;
import io.shiporskip.command.register.RegisterCheckpoint.Saved;
import io.shiporskip.command.register.ToolRegister.Standing;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.append.Commit;
import io.shiporskip.log.append.NewEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkpoint is a cache: what it says is what a fold would say, or it says nothing. */
class RegisterCheckpointTest {

    private static final Map<String, Standing> STANDINGS =
            Map.of("tool:a", Standing.LISTED, "tool:b", Standing.WITHDRAWN);

    private TestCommandLog server;
    private MongoCollection<Document> kept;
    private MongoDatabase database;
    private RegisterCheckpoint checkpoint;

    @BeforeEach
    void open(@TempDir Path folder) {
        server = new TestCommandLog(folder);
        database = server.database();
        kept = database.getCollection(RegisterCheckpoint.COLLECTION);
        checkpoint = new RegisterCheckpoint(
                new CommandDatabase(database), server.log().reader());
        writeLog();
        checkpoint.save(new Saved(2, STANDINGS));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatWasKeptIsGivenBack() {
        assertThat(checkpoint.load()).contains(new Saved(2, STANDINGS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"revision", "position", "hash", "digest", "standing", "missing", "kind"})
    void inAnyDoubtThereIsNone(String doubt) {
        Bson change = switch (doubt) {
            case "revision" -> Updates.set("revision", RegisterCheckpoint.REVISION + 1);
            case "position" -> Updates.set("position", 1L);
            case "hash" -> Updates.set("hash", "0".repeat(64));
            case "digest" -> Updates.set("digest", "x");
            case "standing" -> Updates.set("tools.0.standing", "WITHDRAWN");
            case "missing" -> Updates.unset("tools");
            default -> Updates.set("position", "two");
        };
        kept.updateOne(Filters.eq("_id", "checkpoint"), change);
        assertThat(checkpoint.load()).isEmpty();
    }

    @Test
    void anotherLogHasNoUseForIt() {
        database.getCollection(EventLogSchema.COLLECTION).drop();
        assertThat(checkpoint.load()).isEmpty();
        writeLog();
        assertThat(checkpoint.load()).isEmpty();
    }

    private void writeLog() {
        EventLogSchema.ensure(database);
        try (BlockAppender appender = new BlockAppender(database, new LogWakeUp(), AppenderSettings.DEFAULT)) {
            for (int i = 0; i < 3; i++) {
                String id = UUID.randomUUID().toString();
                NewEvent event = NewEvent.ofNoAggregate(id, "Noted", "1", Instant.EPOCH, "{}", "{}");
                appender.append(new Commit("commit-" + id, List.of(event)));
            }
        }
    }
}
