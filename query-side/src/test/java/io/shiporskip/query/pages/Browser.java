package io.shiporskip.query.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** As much of a browser without JavaScript as the page tests need: cookies, forms, redirects. */
final class Browser implements AutoCloseable {

    private final String origin;
    private final HttpClient client;

    private Browser(int port, HttpClient.Redirect redirect) {
        origin = "http://localhost:" + port;
        client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(redirect)
                .build();
    }

    static Browser at(int port) {
        return new Browser(port, HttpClient.Redirect.NORMAL);
    }

    /** One that stops at a redirect, to look at it. */
    static Browser stopping(int port) {
        return new Browser(port, HttpClient.Redirect.NEVER);
    }

    Page open(String address) {
        return send(request(address).GET().build());
    }

    /** Posts a form from a page of the site. */
    Page post(String action, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(origin + address))
                .header("Accept", "text/html,application/xhtml+xml")
                .header("Accept-Language", "de-DE");
    }

    private Page send(HttpRequest request) {
        try {
            return new Page(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** What came back. */
    record Page(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String html() {
            return response.body();
        }

        /** What a reader sees: no tags, entities resolved, white space as one space. */
        String text() {
            String body = html().replaceAll("(?s)<head>.*?</head>", "");
            return HtmlUtils.htmlUnescape(body.replaceAll("(?s)<[^>]*>", " "))
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        /** The text from one heading to another. */
        String text(String from, String to) {
            String all = text();
            int start = all.indexOf(from);
            int end = all.indexOf(to, start + from.length());
            if (start < 0 || end < 0) {
                throw new AssertionError("No text from '" + from + "' to '" + to + "' in: " + all);
            }
            return all.substring(start, end);
        }
    }
}
