package io.shiporskip.standalone.server;

import io.shiporskip.standalone.terminal.OperatorException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server's API in the operator's hands. Its answers are trusted no further than their size: 16 MB, as text. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final String url;
    private final String token;

    Api(String url, String token) {
        this.url = url.replaceAll("/+$", "");
        this.token = token;
    }

    /** The API of the server that holds a data folder, with the token in it; empty when the folder is free. */
    public static Optional<Api> holding(Path data) {
        return ServerFile.find(data).map(server -> new Api(server.url(), OperatorToken.in(data)));
    }

    /** @throws OperatorException when the server refuses or does not answer; the message says why */
    public JsonNode get(String path) {
        return send(request(path).GET().build()).body();
    }

    /**
     * Asks for something that needs no body.
     *
     * @throws OperatorException when the server refuses or does not answer; the message says why
     */
    public Answer post(String path) {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()).build());
    }

    /**
     * Sends something as JSON.
     *
     * @throws OperatorException when the server refuses or does not answer; the message says why
     */
    public Answer post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /**
     * Reads an answer that comes in lines while the server is at work.
     *
     * @throws OperatorException when the server refuses or does not answer; the message says why
     */
    public <T> T postForLines(String path, LineReading<T> reading) {
        HttpRequest request = request(path)
                .setHeader("Accept", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() >= 400) {
                    throw refused(response.statusCode(), JSON.readTree(body.readNBytes(MOST_BYTES)));
                }
                return reading.read(body);
            }
        } catch (IOException | JacksonException e) {
            throw new OperatorException("The server at " + url + " does not answer as it should: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted while the server at " + url + " was asked");
        }
    }

    /** What is done with an answer's bytes as they come. */
    @FunctionalInterface
    public interface LineReading<T> {
        T read(InputStream body) throws IOException;
    }

    /**
     * What a server said.
     *
     * @param location where it said to look next; empty when it did not
     */
    public record Answer(JsonNode body, String location) {}

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url).resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private Answer send(HttpRequest request) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            HttpResponse<byte[]> response = client.send(
                    request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
            JsonNode body = JSON.readTree(response.body());
            if (response.statusCode() >= 400) {
                throw refused(response.statusCode(), body);
            }
            return new Answer(body, response.headers().firstValue("Location").orElse(""));
        } catch (IOException | JacksonException e) {
            throw new OperatorException("The server at " + url + " does not answer as it should: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted while the server at " + url + " was asked");
        }
    }

    private OperatorException refused(int status, JsonNode body) {
        return new OperatorException(
                "The server at " + url + " refuses: " + body.path("detail").asString("status " + status));
    }
}
