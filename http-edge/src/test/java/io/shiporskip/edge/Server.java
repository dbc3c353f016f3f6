package io.shiporskip.edge;

import io.shiporskip.edge.secrets.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The little application on a free port, and a plain client that can send what a browser or a vandal would. */
final class Server implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path data;
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    Server(Path data, String... settings) {
        this.data = data;
        List<String> all = new ArrayList<>(List.of(
                "server.port=0",
                "ship-or-skip.new-visitors=0",
                "ship-or-skip.data=" + data,
                "spring.main.banner-mode=off"));
        all.addAll(List.of(settings));
        context = new SpringApplicationBuilder(EdgeApplication.class)
                .properties(all.toArray(String[]::new))
                .run();
    }

    /** An answer with its body read both ways; {@code json} is missing when it is no JSON. */
    record Answer(HttpResponse<String> response, JsonNode json) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String code() {
            return json.path("type").asString("").replace("urn:ship-or-skip:problem:", "");
        }

        List<String> fields() {
            return json.path("errors")
                    .valueStream()
                    .map(error -> error.path("field").asString(""))
                    .toList();
        }
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** The header's value for {@code editor}, {@code operator} or a seat. */
    String bearer(String role) {
        try {
            JsonNode tokens = JSON.readTree(Files.readString(data.resolve(Tokens.FILE)));
            JsonNode seats = tokens.path("seats");
            return "Bearer " + (seats.has(role) ? seats.path(role) : tokens.path(role)).asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Answer get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    Answer json(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return send(method, path, HttpRequest.BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    Answer form(String path, String body, String... headers) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded"));
        all.addAll(List.of(headers));
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    /** Sends a body without saying its length. */
    Answer chunked(String method, String path, InputStream body, String... headers)
            throws IOException, InterruptedException {
        return send(method, path, HttpRequest.BodyPublishers.ofInputStream(() -> body), headers);
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, body)
                .version(HttpClient.Version.HTTP_1_1);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(response, json ? JSON.readTree(response.body()) : JSON.missingNode());
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
