package io.shiporskip.acceptance.product;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client without a browser: one origin, no cookies of its own, redirects shown and not followed. */
public final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI origin;

    public Http(URI origin) {
        this.origin = origin;
    }

    /** Sends a request with headers given as name, value, name, value. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    /** Reads JSON that must be there. */
    public JsonNode json(String path, String... headers) throws IOException {
        HttpResponse<String> answer = get(path, headers);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    /** A new visitor's cookie, as {@code name=value}. */
    public String newVisitor() throws IOException {
        HttpResponse<String> answer = get("/api/tools/smolvlm2-turbo/votes/me");
        return answer.headers()
                .firstValue("set-cookie")
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .orElseThrow(
                        () -> new AssertionError("No cookie came with " + answer.statusCode() + " " + answer.body()));
    }

    public HttpResponse<String> vote(String tool, String choice, String cookie) throws IOException {
        return send(
                "PUT",
                "/api/tools/" + tool + "/votes/me",
                "{\"choice\":\"" + choice + "\"}",
                "Content-Type",
                "application/json",
                "Cookie",
                cookie);
    }

    /** The log's head. */
    public long head() throws IOException {
        return json("/api/log/head").required("position").longValue();
    }
}
