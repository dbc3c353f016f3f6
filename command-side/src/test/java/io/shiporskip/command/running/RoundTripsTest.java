package io.shiporskip.command.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.shiporskip.command.CommandSide;
import io.shiporskip.command.running.RunningSite.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What a vote asks of the server, counted at the driver: loads of ballots, and blocks sent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripsTest {

    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    private RunningSite site;

    /** The command side with an ear on its connection. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(CommandSide.class)
    static class Heard {

        @Bean
        CommandListener ear() {
            return new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    BsonDocument command = event.getCommand();
                    if (command.containsKey("insert")) {
                        ASKED.add("block");
                    } else if (command.toJson().contains("ballot:")) {
                        ASKED.add("load");
                    }
                }
            };
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        site = RunningSite.start(folder, Heard.class);
        long listed = site.list("round-trips").position();
        // The register must have heard of the tool: until then its stream is read.
        await().until(() -> site.ask("GET", "/healthz/command", "").status() == 200 && listed > 0);
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @BeforeEach
    void forget() {
        ASKED.clear();
    }

    @Test
    void aFirstVoteCostsOneRoundTrip() {
        vote(site.newVisitor(), "ship");
        assertThat(ASKED).containsExactly("block");
    }

    @Test
    void aChangeIsLoadedAndWritten() {
        String voter = site.newVisitor();
        vote(voter, "ship");
        ASKED.clear();

        vote(voter, "skip");
        assertThat(ASKED).containsExactly("load", "block");
    }

    @Test
    void whatWritesNothingIsLoadedFirst() {
        String voter = site.newVisitor();
        long first = vote(voter, "ship");
        ASKED.clear();

        assertThat(vote(voter, "ship")).isEqualTo(first);
        assertThat(ASKED).contains("load").doesNotContain("block");
    }

    @Test
    void aWrongGuessIsPutRight() {
        String voter = site.newVisitor();
        long first = vote(voter, "ship");
        List<Long> answers = new ArrayList<>();
        // As another node would, which does not know of this ballot: its register and its memory are empty.
        try (RunningSite node = site.anotherNode()) {
            answers.add(node.ask("PUT", "/api/tools/round-trips/votes/me", "{\"choice\":\"ship\"}", "Cookie", voter)
                    .position());
            answers.add(node.ask("PUT", "/api/tools/round-trips/votes/me", "{\"choice\":\"skip\"}", "Cookie", voter)
                    .position());
        }
        assertThat(answers.getFirst()).isEqualTo(first);
        assertThat(answers.getLast()).isGreaterThan(first);
    }

    private long vote(String cookie, String choice) {
        Reply reply =
                site.ask("PUT", "/api/tools/round-trips/votes/me", "{\"choice\":\"" + choice + "\"}", "Cookie", cookie);
        assertThat(reply.status()).isEqualTo(200);
        return reply.position();
    }
}
