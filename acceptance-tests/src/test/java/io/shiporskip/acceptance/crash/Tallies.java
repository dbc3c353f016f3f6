package io.shiporskip.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.acceptance.product.Http;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** Reads the public feed from the first event on: positions without a gap, and effects added up. */
    static Map<String, Tally> folded(Http http, List<String> tools) throws IOException {
        Map<String, Tally> folded = new HashMap<>();
        tools.forEach(tool -> folded.put(tool, Tally.NONE));
        long position = 0;
        for (List<JsonNode> page = eventsAfter(http, 0); !page.isEmpty(); page = eventsAfter(http, position)) {
            for (JsonNode event : page) {
                assertThat(event.required("position").longValue()).isEqualTo(position + 1);
                position++;
                if (event.required("name").stringValue().startsWith("CommunityVote")) {
                    JsonNode payload = event.required("payload");
                    folded.merge(payload.required("tool").stringValue(), Tally.effectOf(payload), Tally::plus);
                }
            }
        }
        assertThat(position).isEqualTo(http.head());
        return new TreeMap<>(folded);
    }

    static List<JsonNode> eventsAfter(Http http, long position) throws IOException {
        HttpResponse<String> answer = http.get("/api/events?limit=1000&after=" + position);
        if (answer.statusCode() != 200) {
            throw new AssertionError("/api/events answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().lines().map(JSON::readTree).toList();
    }
}
