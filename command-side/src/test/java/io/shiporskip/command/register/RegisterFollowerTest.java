package io.shiporskip.command.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.shiporskip.command.log.CommandDatabase;
import io.shiporskip.command.log.CommandLog;
import io.shiporskip.command.log.TestCommandLog;
import io.shiporskip.command.register.RegisterCheckpoint.Saved;
import io.shiporskip.command.register.ToolRegister.Standing;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.append.Commit;
import io.shiporskip.log.append.NewEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register is what the log says, soon after it says so; and it tells when it cannot be. */
class RegisterFollowerTest {

    private static final ToolId TOOL = new ToolId("a");

    private TestCommandLog server;
    private CommandLog log;
    private RegisterCheckpoint checkpoint;
    private ToolRegister register;
    private RegisterFollower follower;

    @BeforeEach
    void open(@TempDir Path folder) {
        server = new TestCommandLog(folder);
        log = server.log();
        checkpoint = new RegisterCheckpoint(new CommandDatabase(server.database()), log.reader());
        anew();
    }

    /** As a program that starts has it. */
    private void anew() {
        register = new ToolRegister();
        follower = new RegisterFollower(register, log, checkpoint);
    }

    @AfterEach
    void close() {
        follower.stop();
        server.close();
    }

    @Test
    void itIsReadyOnceItHasFoldedWhatStoodThenAndGoesOn() {
        happens("ToolListed", 0);
        assertThat(follower.notReady()).contains("the register of tools is at position 0");

        follower.start();

        await().until(() -> follower.notReady().isEmpty());
        assertThat(register.of(TOOL)).isEqualTo(Standing.LISTED);
        happens("ToolWithdrawn", 1);
        await().until(() -> register.position() == 2);
        assertThat(register.of(TOOL)).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void itKeepsWhatItHasFoldedWhenItStops() {
        happens("ToolListed", 0);
        follower.start();
        await().until(() -> register.position() == 1);

        follower.stop();

        assertThat(follower.isRunning()).isFalse();
        assertThat(checkpoint.load()).contains(new Saved(1, Map.of(TOOL.stream(), Standing.LISTED)));
    }

    @Test
    void itStartsFromWhatWasKeptAndReadsOnlyTheRest() {
        happens("ToolListed", 0);
        follower.start();
        await().until(() -> register.position() == 1);
        follower.stop();
        // Read again, this would list nothing.
        blocks().updateOne(Filters.eq("_id", 1L), Updates.set("events.0.name", "Noted"));
        happens("Noted", 1);
        anew();

        follower.start();

        await().until(() -> register.position() == 2);
        assertThat(register.of(TOOL)).isEqualTo(Standing.LISTED);
    }

    @Test
    void aLogThatCannotBeReadIsSaidAndReadOnceItCan() {
        happens("ToolListed", 0);
        follower.start();
        await().until(() -> follower.notReady().isEmpty());

        blocks().insertOne(new Document("_id", 2L).append("n", "of no use"));
        log.wakeUp().appended(2);

        await().untilAsserted(() -> assertThat(follower.notReady())
                .hasValueSatisfying(
                        said -> assertThat(said).startsWith("the register of tools waits at position 1: ")));
        blocks().deleteOne(Filters.eq("_id", 2L));
        await().until(() -> follower.notReady().isEmpty());
        happens("ToolWithdrawn", 1);
        await().until(() -> register.of(TOOL) == Standing.WITHDRAWN);
    }

    private MongoCollection<Document> blocks() {
        return server.database().getCollection(EventLogSchema.COLLECTION);
    }

    private void happens(String event, long sequence) {
        String id = UUID.randomUUID().toString();
        NewEvent said = new NewEvent(id, TOOL.stream(), "Tool", sequence, event, "1", Instant.EPOCH, "{}", "{}");
        log.appender().append(new Commit("commit-" + id, List.of(said)));
    }
}
