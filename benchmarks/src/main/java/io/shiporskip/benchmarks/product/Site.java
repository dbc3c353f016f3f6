package io.shiporskip.benchmarks.product;

import io.shiporskip.edge.secrets.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A product as its visitors reach it: HTTP over one kept connection. */
public final class Site implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int OK = 200;
    private static final int NOT_YET = 503;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI origin;
    private final Path data;

    public Site(URI origin, Path data) {
        this.origin = origin;
        this.data = data;
    }

    public int port() {
        return origin.getPort();
    }

    /** Waits until both sides say that they serve. */
    void awaitReady() throws IOException, InterruptedException {
        for (String side : List.of("/healthz/command", "/healthz/query")) {
            awaitOk(side);
        }
    }

    /** Waits until one side says that it serves, where the other is elsewhere. */
    public void awaitReady(String health) throws IOException, InterruptedException {
        awaitOk(health);
    }

    /** Waits until the read models hold all events up to a position. */
    void awaitFolded(long position) throws IOException, InterruptedException {
        awaitOk("/api/leaderboards/all?atLeast=" + position);
    }

    private void awaitOk(String path) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        for (HttpResponse<String> answer = send(to(path).GET());
                answer.statusCode() != OK;
                answer = send(to(path).GET())) {
            if (answer.statusCode() != NOT_YET || System.nanoTime() > deadline) {
                accepted(answer);
            }
            Thread.sleep(20);
        }
    }

    /** Lists a tool, as an editor does. */
    public void list(String slug) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(JSON.createObjectNode()
                .put("slug", slug)
                .put("name", "Tool " + slug)
                .put("tagline", "Made up, to be voted on")
                .put("description", "A tool that exists while its votes are measured.")
                .put("category", "Developer Tools")
                .put("pricing", "Free")
                .put("entryPrice", "Free")
                .put("bestFor", "being measured")
                .put("sample", true));
        accepted(send(json(to("/api/tools"), body, "POST").header("Authorization", bearer("editor"))));
    }

    /** The position that every read model has reached, as operators are told it. */
    long foldedByAll() throws IOException, InterruptedException {
        JsonNode projections =
                JSON.readTree(accepted(send(to("/api/projections").GET().header("Authorization", bearer("operator"))))
                        .body());
        long lowest = Long.MAX_VALUE;
        for (JsonNode projection : projections) {
            lowest = Math.min(lowest, projection.required("position").asLong());
        }
        return lowest;
    }

    private String bearer(String role) throws IOException {
        return "Bearer "
                + JSON.readTree(Files.readString(data.resolve(Tokens.FILE)))
                        .required(role)
                        .stringValue();
    }

    /** A visitor who was not there before: the cookie to come back with. */
    public String newVisitor(String tool) throws IOException, InterruptedException {
        HttpResponse<String> answer = accepted(send(to(vote(tool)).GET()));
        return answer.headers()
                .firstValue("Set-Cookie")
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .orElseThrow(() -> new IOException("no cookie came with " + answer.uri()));
    }

    /** Casts a vote and gives the position that it is answered with. */
    public long cast(String visitor, String tool, String choice) throws IOException, InterruptedException {
        HttpRequest.Builder request = json(to(vote(tool)), "{\"choice\":\"" + choice + "\"}", "PUT");
        JsonNode answer =
                JSON.readTree(accepted(send(request.header("Cookie", visitor))).body());
        return answer.required("position").asLong();
    }

    /** Reads a page or a document to its end. */
    public void read(String path) throws IOException, InterruptedException {
        accepted(send(to(path).GET()));
    }

    private static String vote(String tool) {
        return "/api/tools/" + tool + "/votes/me";
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(origin.resolve(path)).timeout(PATIENCE);
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request, String body, String method) {
        return request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> accepted(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.request().method() + " " + answer.uri() + " was answered "
                    + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    @Override
    public void close() {
        client.close();
    }
}
