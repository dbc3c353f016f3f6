package io.shiporskip.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.query.http.QueryServer.Answer;
import io.shiporskip.query.sample.RandomHistory;
import io.shiporskip.query.sample.TwoTools;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads as of a moment, over HTTP. */
@SuppressWarnings("NullAway.Init")
class AsOfApiTest {

    private static final String PAIR = "smolvlm2-turbo-vs-vercel-ai-gateway-v0";

    /** Everything that is read as of a moment, JSON and pages. */
    private static final List<String> ALL = List.of(
            "/api/tools",
            "/api/tools?category=developer-tools",
            "/api/tools/smolvlm2-turbo",
            "/api/tools/smolvlm2-turbo/history",
            "/api/comparisons",
            "/api/comparisons/" + PAIR,
            "/api/leaderboards/all",
            "/api/leaderboards/developer-tools?by=community",
            "/",
            "/?category=developer-tools&by=panel",
            "/tools/smolvlm2-turbo",
            "/tools/smolvlm2-turbo/history",
            "/compare",
            "/compare/" + PAIR);

    @TempDir
    private static Path data;

    private static QueryServer server;

    /** JSON answers as they were when their position was the head, by position and address. */
    private static final Map<Seen, JsonNode> SEEN = new HashMap<>();

    private record Seen(long position, String address) {}

    private static long head;

    @BeforeAll
    static void start() throws Exception {
        server = new QueryServer(data);
        server.log.append(TwoTools.EVENTS);
        var history = RandomHistory.of(23, 300);
        for (int from = 0; from < history.size(); from += 30) {
            head = server.log.append(history.subList(from, Math.min(history.size(), from + 30)));
            for (String address : ALL) {
                if (address.startsWith("/api/")) {
                    SEEN.put(new Seen(head, address), live(address));
                }
            }
        }
        head = server.log.append(TwoTools.ship(TwoTools.SMOL, 77));
    }

    @AfterAll
    static void stop() {
        List<String> scans = server.scans();
        server.close();
        assertThat(scans).as("queries that no index served").isEmpty();
    }

    @Test
    void thePastIsWhatThePresentWas() throws Exception {
        assertThat(SEEN).hasSizeGreaterThan(50);
        for (Map.Entry<Seen, JsonNode> seen : SEEN.entrySet()) {
            Seen then = seen.getKey();
            ObjectNode past =
                    (ObjectNode) get(with(then.address(), then.position())).json();

            assertThat(past.path("asOf").path("position").asLong())
                    .as(then.toString())
                    .isEqualTo(then.position());
            assertThat(past.path("asOf").path("fixed").asBoolean()).isTrue();
            past.remove("asOf");
            assertThat(past).as(then.toString()).isEqualTo(seen.getValue());
        }
    }

    @Test
    void aPermalinkIsTheSameBytesForEver() throws Exception {
        long moment = head - 20;
        var before = new HashMap<String, Answer>();
        for (String address : ALL) {
            before.put(address, get(with(address, moment)));
        }
        server.log.append(RandomHistory.of(5, 40).subList(0, 1)); // a tool it did not know
        server.log.append(TwoTools.ship(TwoTools.SMOL, 78));
        for (String address : ALL) {
            Answer again = get(with(address, moment));
            Answer first = Objects.requireNonNull(before.get(address));
            assertThat(again.status()).as(address).isEqualTo(200);
            assertThat(again.body()).as(address).isEqualTo(first.body());
            assertThat(again.header("ETag")).as(address).matches("\"[^\"]+\"").isEqualTo(first.header("ETag"));
            assertThat(again.header("Cache-Control")).as(address).contains("public", "immutable", "max-age=86400");
            assertThat(again.header("Set-Cookie")).as(address).isEmpty();
            Answer known = get(with(address, moment), "If-None-Match", again.header("ETag"));
            assertThat(known.status()).as(address).isEqualTo(304);
        }
    }

    @Test
    void anInstantIsTheEndOfTheLastBlockNotLater() throws Exception {
        JsonNode event = get("/api/events?after=" + (head - 21) + "&limit=1").json();
        Instant at = Instant.parse(event.path("at").asString());

        JsonNode asOf = get("/api/tools?asOf=" + at).json().path("asOf");
        assertThat(asOf.path("position").asLong()).isGreaterThanOrEqualTo(head - 20);
        assertThat(Instant.parse(asOf.path("at").asString())).isEqualTo(at);
        JsonNode east = get("/api/tools?asOf=" + at.toString().replace("Z", "+00:00"))
                .json()
                .path("asOf");
        assertThat(east).isEqualTo(asOf);
        JsonNode before = get("/api/tools?asOf=1999-01-01T00:00:00Z").json();
        assertThat(before.path("asOf").path("position").asLong()).isZero();
        assertThat(before.path("asOf").path("fixed").asBoolean()).isTrue();
    }

    @Test
    void anInstantAfterTheLastBlockIsTheHeadAndNotFixed() throws Exception {
        Answer now = get("/api/tools/smolvlm2-turbo?asOf=" + Instant.now());

        assertThat(now.json().path("asOf").path("fixed").asBoolean()).isFalse();
        assertThat(now.json().path("asOf").path("position").asLong()).isGreaterThanOrEqualTo(head);
        assertThat(now.header("Cache-Control")).contains("no-cache").doesNotContain("immutable");
    }

    @Test
    void beforeEverythingThereIsNothing() throws Exception {
        assertThat(get("/api/tools?asOf=0").json().path("tools").size()).isZero();
        assertThat(get("/api/leaderboards/all?asOf=0").json().path("entries").size())
                .isZero();
        assertThat(get("/api/tools/smolvlm2-turbo?asOf=0").status()).isEqualTo(404);
        assertThat(get("/api/comparisons/" + PAIR + "?asOf=1").status()).isEqualTo(404);
        assertThat(get("/?asOf=0").body()).contains("Before everything");
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday,              invalid",
        "-1,                     invalid",
        "2026-11-25,             invalid",
        "2026-11-25T18:30:00,    invalid",
        "99999999999999999999,   invalid",
        "'',                     invalid",
        "3&asOf=4,               invalid",
        "2999-01-01T00:00:00Z,   invalid",
        "99999999,               future-position",
    })
    void whatIsNoMomentIsRefusedByName(String asked, String problem) throws Exception {
        Answer refused = get("/api/leaderboards/all?asOf=" + asked);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.field()).isEqualTo("asOf");
    }

    @Test
    void whatIsNeededAtLeastMustNotBeLaterThanTheMoment() throws Exception {
        assertThat(get("/api/tools?asOf=20&atLeast=20").status()).isEqualTo(200);
        Answer refused = get("/api/tools?asOf=20&atLeast=21");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.field()).isEqualTo("atLeast");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tools", "/api/leaderboards/all", "/api/tools/tool-0/history"})
    void aListOfThePastIsPagedAtItsMomentAlone(String list) throws Exception {
        long moment = head - 40;
        JsonNode whole = get(list + "?asOf=" + moment).json();
        JsonNode first = get(list + "?limit=2&asOf=" + moment).json();
        String next = first.path("next").asString();
        JsonNode second =
                get(list + "?limit=2&asOf=" + moment + "&cursor=" + next).json();

        String field = list.endsWith("tools") ? "tools" : "entries";
        assertThat(second.path(field).path(0)).isEqualTo(whole.path(field).path(2));
        assertThat(get(list + "?limit=2&cursor=" + next).problem()).isEqualTo("bad-cursor");
        assertThat(get(list + "?limit=2&asOf=" + (moment - 1) + "&cursor=" + next)
                        .problem())
                .isEqualTo("bad-cursor");
    }

    @Test
    void theApiSaysOfEachThatItTakesAsOf() throws Exception {
        JsonNode paths = get("/api/openapi.json").json().path("paths");
        for (String path : List.of(
                "/api/tools",
                "/api/tools/{slug}",
                "/api/tools/{slug}/history",
                "/api/comparisons",
                "/api/comparisons/{pair}",
                "/api/leaderboards/{category}")) {
            List<String> names = paths.path(path)
                    .path("get")
                    .path("parameters")
                    .valueStream()
                    .map(parameter -> parameter.path("name").asString())
                    .toList();
            assertThat(names).as(path).contains("asOf").doesNotHaveDuplicates();
        }
    }

    private static String with(String address, long moment) {
        return address + (address.contains("?") ? "&" : "?") + "asOf=" + moment;
    }

    private static JsonNode live(String address) throws Exception {
        return get(address + (address.contains("?") ? "&" : "?") + "atLeast=" + head)
                .json();
    }

    private static Answer get(String path, String... headers) throws Exception {
        return server.get(path, headers);
    }
}
