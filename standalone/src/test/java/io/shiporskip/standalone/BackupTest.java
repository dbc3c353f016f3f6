package io.shiporskip.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A site is copied while people vote; the copy starts, is sound, and holds every vote acknowledged before. */
class BackupTest {

    private static final int VOTERS = 4;
    private static final String TOOL = "/api/tools/smolvlm2-turbo/votes/me";

    @TempDir
    private Path folder;

    private final AtomicLong acknowledged = new AtomicLong();

    @Test
    void aSiteIsCopiedWhileItTakesVotesAndTheCopyIsASite() throws Exception {
        Path data = folder.resolve("data");
        Path copy = folder.resolve("copy");
        try (Child server =
                Child.start(folder, "run", "--port", "0", "--data", data.toString(), "--new-visitors", "0")) {
            String url = url(server.awaitReady());
            AtomicBoolean stop = new AtomicBoolean();
            List<CompletableFuture<Void>> voters = IntStream.range(0, VOTERS)
                    .mapToObj(_ -> CompletableFuture.runAsync(
                            () -> voteUntil(stop, url),
                            task -> Thread.ofPlatform().start(task)))
                    .toList();
            await().until(() -> acknowledged.get() > 0 || voters.stream().anyMatch(CompletableFuture::isDone));
            long before = acknowledged.get();

            try (Child backup = Child.run(folder, "backup", "--data", data.toString(), copy.toString())) {
                assertThat(backup.err()).doesNotContain("Exception");
                assertThat(backup.exitCode()).as(backup.err()).isZero();
                assertThat(backup.out()).contains(copy.toString(), "chain hash ");
                assertThat(position(backup.out())).isGreaterThanOrEqualTo(before);
            }
            long after = acknowledged.get();
            await().until(() -> acknowledged.get() > after);
            stop.set(true);
            voters.forEach(CompletableFuture::join);
            assertBadNamesAreRefused(url, operator(data));

            try (Child again = Child.run(folder, "backup", "--data", data.toString(), copy.toString())) {
                assertThat(again.exitCode()).isEqualTo(1);
                assertThat(again.err().lines()).singleElement().asString().contains(copy.toString(), "not an empty");
            }
            try (Child restored = Child.start(folder, "run", "--port", "0", "--data", copy.toString())) {
                String other = url(restored.awaitReady());
                String old = get(other + "/api/events?after=0&limit=1000");
                assertThat(get(url + "/api/events?after=0&limit=1000")).startsWith(old);
            }
        }
        try (Child verify = Child.run(folder, "log", "verify", "--data", copy.toString())) {
            assertThat(verify.exitCode()).isZero();
            assertThat(verify.out()).contains("the log is sound");
        }
        for (String key : List.of("secrets.json", "tokens.json")) {
            assertThat(copy.resolve(key)).hasSameBinaryContentAs(data.resolve(key));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.resolve(key))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rwx------");

        Path second = folder.resolve("second");
        try (Child backup = Child.run(folder, "backup", "--data", copy.toString(), second.toString())) {
            assertThat(backup.exitCode()).as(backup.err()).isZero();
        }
        assertThat(second.resolve("mongo.format")).exists();
    }

    @Test
    void whereThereIsNoDataNothingIsMade() throws Exception {
        Path copy = folder.resolve("copy");
        try (Child backup = Child.run(folder, "backup", "--data", "nowhere", copy.toString())) {
            assertThat(backup.exitCode()).isEqualTo(1);
            assertThat(backup.err().lines()).singleElement().asString().contains("no data in nowhere");
        }
        assertThat(copy).doesNotExist();
    }

    private void assertBadNamesAreRefused(String url, String token) throws Exception {
        for (String name : List.of("../x", "/tmp/x", "", ".", "a/b", "A", "x".repeat(65))) {
            assertThat(post(url, token, "{\"name\": \"" + name + "\"}"))
                    .as(name)
                    .isEqualTo(422);
        }
        assertThat(post(url, token, "{")).isEqualTo(400);
        assertThat(post(url, "0123456789abcdef0123456789abcdef", "{}")).isEqualTo(401);
    }

    private static int post(String url, String token, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url + "/api/log/backups"))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private void voteUntil(AtomicBoolean stop, String url) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!stop.get()) {
                HttpRequest first =
                        HttpRequest.newBuilder(URI.create(url + TOOL)).build();
                String cookie = client.send(first, HttpResponse.BodyHandlers.discarding())
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow()
                        .split(";", 2)[0];
                HttpResponse<String> vote = client.send(
                        HttpRequest.newBuilder(URI.create(url + TOOL))
                                .header("Cookie", cookie)
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString("{\"choice\":\"ship\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(vote.statusCode()).isEqualTo(200);
                long position = json(vote.body()).path("position").asLong();
                acknowledged.accumulateAndGet(position, Math::max);
            }
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String get(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private static String url(Child server) {
        return server.out()
                .lines()
                .filter(line -> line.startsWith("ready "))
                .findFirst()
                .orElseThrow()
                .substring(6);
    }

    private static long position(String said) {
        return Long.parseLong(said.replaceAll("(?s).*head position (\\d+).*", "$1"));
    }

    private static String operator(Path data) throws Exception {
        return json(Files.readString(data.resolve("tokens.json")))
                .path("operator")
                .asString();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
