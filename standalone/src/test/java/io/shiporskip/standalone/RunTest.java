package io.shiporskip.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shiporskip.standalone.server.ServerFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** One process over one data folder: it serves, keeps others out, answers verbs, and stops in order. */
class RunTest {

    @TempDir
    private Path folder;

    @Test
    void servesKeepsOthersOutAnswersVerbsAndStopsCleanly() throws Exception {
        Path data = folder.resolve("data");
        try (Child server = Child.start(folder, "run", "--port", "0", "--data", data.toString())) {
            server.awaitReady();
            String url = server.out()
                    .lines()
                    .filter(line -> line.startsWith("ready "))
                    .findFirst()
                    .orElseThrow()
                    .substring(6);
            assertThat(server.out())
                    .contains("Welcome", data.resolve("tokens.json").toString());
            assertThat(server.err()).isEmpty();
            assertThat(status(url + "/healthz/command")).isEqualTo(200);
            assertThat(status(url + "/healthz/query")).isEqualTo(200);
            assertThat(Files.readString(data.resolve(ServerFile.NAME))).contains(url, Long.toString(server.pid()));

            try (Child second = Child.run(folder, "run", "--port", "0", "--data", data.toString())) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.err().lines()).singleElement().asString().contains(data.toString(), "in use");
            }
            try (Child verify = Child.run(folder, "log", "verify", "--data", data.toString())) {
                assertThat(verify.exitCode()).isZero();
                assertThat(verify.out()).contains("the log is sound");
            }
            try (Child rebuild = Child.run(folder, "rebuild", "leaderboard", "--data", data.toString())) {
                assertThat(rebuild.exitCode()).isZero();
                assertThat(rebuild.out()).contains("leaderboard", "equal to the old one");
            }
            assertThat(meters(url + "/metrics/query", data))
                    .contains("event_log_follower_lag{follower=\"projections\"} 0.0")
                    .contains("event_log_follower_lag{follower=\"tool-register\"} 0.0")
                    .contains("event_log_hub_followers 2.0");
            rebuildsAreWatchedPausedAndEnded(folder, data);

            server.terminate();
            assertThat(server.exitCode()).isZero();
            assertThat(server.err()).isEmpty();
            assertThat(data.resolve(ServerFile.NAME)).doesNotExist();
        }
        try (Child verify = Child.run(folder, "log", "verify", "--data", data.toString())) {
            assertThat(verify.exitCode()).isZero();
            assertThat(verify.out()).contains("the log is sound");
        }
    }

    private static void rebuildsAreWatchedPausedAndEnded(Path folder, Path data) throws Exception {
        String at = data.toString();
        try (Child all = Child.run(folder, "projections", "--data", at);
                Child json = Child.run(folder, "projections", "--json", "--data", at)) {
            assertThat(all.exitCode()).isZero();
            assertThat(all.out())
                    .contains("PROJECTION", "community", "following")
                    .doesNotContain("stopped");
            assertThat(json.out()).startsWith("[").contains("\"name\" : \"leaderboard\"", "\"generation\" : 2");
        }
        try (Child slow = Child.start(folder, "rebuild", "--events-per-second", "5", "--data", at)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> slow.err().contains("5 a second"));
            slow.terminate();
            assertThat(slow.exitCode()).isEqualTo(143);
            assertThat(slow.err()).contains("Rebuild 2 is not over", "projections cancel 2");
        }
        try (Child paused = Child.run(folder, "projections", "pause", "--data", at);
                Child resumed = Child.run(folder, "projections", "resume", "2", "--data", at);
                Child cancelled = Child.run(folder, "projections", "cancel", "--data", at)) {
            assertThat(paused.out()).contains("rebuild 2: pause");
            assertThat(resumed.out()).contains("rebuild 2: resume");
            assertThat(cancelled.out()).contains("rebuild 2: cancel");
            assertThat(cancelled.exitCode()).isZero();
        }
        try (Child back = Child.run(folder, "projections", "swap-back", "leaderboard", "--data", at)) {
            assertThat(back.out() + back.err()).contains("equal to the old one");
            assertThat(back.exitCode()).isZero();
        }
        try (Child skip = Child.run(folder, "projections", "skip", "leaderboard", "3", "--data", at);
                Child none = Child.run(folder, "projections", "cancel", "--data", at)) {
            assertThat(skip.exitCode()).isEqualTo(1);
            assertThat(skip.err()).contains("not stopped at position 3");
            assertThat(none.exitCode()).isEqualTo(1);
            assertThat(none.err()).contains("No rebuild is open");
        }
    }

    @Test
    void aPortInUseIsSaidInOneLineAndNothingIsLeftLocked() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            try (Child refused = Child.run(folder, "run", "--port", port, "--data", "data", "--no-sample")) {
                assertThat(refused.exitCode()).isEqualTo(1);
                assertThat(refused.err().lines()).singleElement().asString().contains("Port " + port);
                assertThat(refused.out()).isEmpty();
            }
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aNewerFormatIsRefusedAndLeftAsItWas() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path format = Files.writeString(data.resolve("mongo.format"), "9999\n");
        try (Child refused = Child.run(folder, "run", "--port", "0", "--data", data.toString())) {
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err().lines()).singleElement().asString().contains(data.toString(), "9999");
        }
        assertThat(format).hasContent("9999");
        assertThat(data.resolve("mongo.mv.db")).doesNotExist();
    }

    @Test
    void aTokensFileThatIsNoneIsSaidInOneLine() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("tokens.json"), "not json");
        try (Child refused = Child.run(folder, "run", "--port", "0", "--data", data.toString())) {
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err().lines()).singleElement().asString().contains("tokens.json");
        }
    }

    private static String meters(String url, Path data) throws Exception {
        String token = JsonMapper.builder()
                .build()
                .readTree(Files.readString(data.resolve("tokens.json")))
                .path("operator")
                .asString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static int status(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
