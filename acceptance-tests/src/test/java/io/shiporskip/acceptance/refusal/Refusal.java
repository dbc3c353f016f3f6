package io.shiporskip.acceptance.refusal;

import io.shiporskip.acceptance.product.Http;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * A request that must be refused, and how.
 *
 * @param field the field that the problem must name; empty when the whole request is at fault
 * @param words what the detail must contain
 */
record Refusal(
        String name,
        String method,
        String path,
        String body,
        List<String> headers,
        int status,
        String field,
        String words) {

    static Refusal of(String name) {
        return new Refusal(name, "GET", "/", "", List.of(), 400, "", "");
    }

    Refusal put(String to, String json) {
        return new Refusal(name, "PUT", to, json, headers, status, field, words)
                .with("Content-Type", "application/json");
    }

    Refusal get(String from) {
        return new Refusal(name, "GET", from, "", headers, status, field, words);
    }

    Refusal as(String cookie) {
        return with("Cookie", cookie);
    }

    Refusal by(String authorization) {
        return with("Authorization", authorization);
    }

    Refusal with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Refusal(name, method, path, body, List.copyOf(more), status, field, words);
    }

    Refusal is(int expected) {
        return new Refusal(name, method, path, body, headers, expected, field, words);
    }

    Refusal names(String expected) {
        return new Refusal(name, method, path, body, headers, status, expected, words);
    }

    Refusal about(String expected) {
        return new Refusal(name, method, path, body, headers, status, field, expected);
    }

    HttpResponse<String> send(Http http) throws IOException {
        return http.send(method, path, body, headers.toArray(String[]::new));
    }

    @Override
    public String toString() {
        return name;
    }
}
