package io.shiporskip.acceptance.crash;

import io.shiporskip.acceptance.product.Http;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tallies as the product shows them, and the events they come from. */
final class Tallies {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Tallies() {}

    /** Every listed tool, by slug. */
    static List<String> tools(Http http) throws IOException {
        List<String> slugs = new ArrayList<>();
        for (JsonNode tool :
                http.json("/api/tools?limit=100&atLeast=" + http.head()).required("tools")) {
            slugs.add(tool.required("slug").stringValue());
        }
        return List.copyOf(slugs);
    }

    /** The tallies that pages show once they have folded all of the log. */
    static Map<String, Tally> shown(Http http, List<String> tools) throws IOException {
        long head = http.head();
        Map<String, Tally> shown = new TreeMap<>();
        for (String tool : tools) {
            JsonNode community =
                    http.json("/api/tools/" + tool + "?atLeast=" + head).required("community");
            shown.put(
                    tool,
                    new Tally(
                            community.required("ships").longValue(),
                            community.required("skips").longValue()));
        }
        return shown;
    }

    static List<JsonNode> eventsAfter(Http http, long position) throws IOException {
        HttpResponse<String> answer = http.get("/api/events?limit=1000&after=" + position);
        if (answer.statusCode() != 200) {
            throw new AssertionError("/api/events answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().lines().map(JSON::readTree).toList();
    }
}
