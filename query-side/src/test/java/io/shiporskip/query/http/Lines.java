package io.shiporskip.query.http;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines of JSON. */
final class Lines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Lines() {}

    static JsonNode json(String line) {
        return JSON.readTree(line);
    }
}
