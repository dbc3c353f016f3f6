package io.shiporskip.command.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.shiporskip.command.CommandSide;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A clean stop keeps the register of tools, and the next start reads on from there. */
class StartFromCheckpointTest {

    /** The first positions of the stretches of the log that were asked for. */
    private static final List<Long> READ_FROM = new CopyOnWriteArrayList<>();

    /** The command side with an ear on its connection. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(CommandSide.class)
    static class Heard {

        @Bean
        CommandListener earForStretches() {
            return new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    BsonDocument filter = event.getCommand().getDocument("filter", new BsonDocument());
                    filter.getArray("$and", new BsonArray(List.of(filter))).forEach(part -> note(part.asDocument()));
                }

                private static void note(BsonDocument part) {
                    if (part.isDocument("_id") && part.getDocument("_id").containsKey("$gte")) {
                        READ_FROM.add(part.getDocument("_id").getNumber("$gte").longValue());
                    }
                }
            };
        }
    }

    @Test
    void theToolsAreKnownWithoutReadingTheLogAgain(@TempDir Path folder) {
        long head;
        try (RunningSite site = RunningSite.start(folder, Heard.class)) {
            site.list("kept");
            site.list("gone");
            head = site.ask("POST", "/api/tools/gone/withdrawal", "", "Authorization", site.token("editor"))
                    .position();
            awaitReady(site);
        }
        READ_FROM.clear();
        try (RunningSite site = RunningSite.start(folder, Heard.class)) {
            awaitReady(site);
            assertThat(vote(site, "kept")).isEqualTo(200);
            assertThat(vote(site, "gone")).isEqualTo(409);
            assertThat(READ_FROM).isNotEmpty().allMatch(from -> from > head);
        }
    }

    private static int vote(RunningSite site, String tool) {
        return site.ask("PUT", "/api/tools/" + tool + "/votes/me", "{\"choice\":\"ship\"}", "Cookie", site.newVisitor())
                .status();
    }

    private static void awaitReady(RunningSite site) {
        await().until(() -> site.ask("GET", "/healthz/command", "").status() == 200);
    }
}
