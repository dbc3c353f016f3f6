package io.shiporskip.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.shiporskip.events.tool.ToolRelisted;
import io.shiporskip.events.tool.ToolWithdrawn;
import io.shiporskip.query.http.QueryServer.Answer;
import io.shiporskip.query.sample.RandomHistory;
import io.shiporskip.query.sample.TwoTools;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init")
class JsonApiTest {

    private static final String PAIR = "/api/comparisons/smolvlm2-turbo-vs-vercel-ai-gateway-v0";

    @TempDir
    private static Path data;

    private static QueryServer server;
    private static long head;

    @BeforeAll
    static void start() {
        server = new QueryServer(data);
        server.log.append(TwoTools.EVENTS);
        head = server.log.append(RandomHistory.of(11, 600));
    }

    @AfterAll
    static void stop() {
        List<String> scans = server.scans();
        server.close();
        assertThat(scans).as("queries that no index served").isEmpty();
    }

    @Test
    void aToolSaysAllThatIsKnownAndNothingThatIsNot() throws Exception {
        JsonNode tool = get("/api/tools/smolvlm2-turbo?atLeast=" + head).json();

        assertThat(tool.path("name").asString()).isEqualTo("SmolVLM2 Turbo");
        assertThat(tool.path("category").path("slug").asString()).isEqualTo("developer-tools");
        assertThat(tool.path("panel").path("verdict").asString()).isEqualTo("ship");
        assertThat(tool.path("panel").path("shipPercent").asDouble()).isEqualTo(100);
        assertThat(tool.path("panel").path("meanScore").asDouble()).isEqualTo(79.25);
        assertThat(tool.path("panel").path("takes").size()).isEqualTo(4);
        assertThat(tool.path("panel").path("takes").path(0).path("seat").asString())
                .isEqualTo("builder");
        assertThat(tool.path("community").path("verdict").asString()).isEqualTo("none");
        assertThat(tool.path("community").has("shipPercent")).isFalse();
        assertThat(tool.path("community").has("lowerBound")).isFalse();
        assertThat(tool.has("website")).isFalse();
        assertThat(tool.path("position").asLong()).isGreaterThanOrEqualTo(head);
    }

    @Test
    void anEmptySeatDoesNotPassForAVerdict() throws Exception {
        JsonNode pair = get(PAIR + "?atLeast=" + head).json();

        assertThat(pair.path("sharedSeats").valueStream().map(JsonNode::asString))
                .containsExactly("builder", "skeptic", "founder");
        assertThat(pair.path("sharedMeans").path("left").asDouble()).isEqualTo(78.33, within(0.01));
        assertThat(pair.path("sharedMeans").path("right").asDouble()).isEqualTo(78.0);
        assertThat(pair.path("right").path("panel").path("meanScore").asDouble())
                .isEqualTo(77.5);
        assertThat(pair.path("published").asBoolean()).isTrue();
    }

    @Test
    void theOtherWayRoundLeadsToThePairsOneAddressWithTheQueryKept() throws Exception {
        Answer answer = get("/api/comparisons/vercel-ai-gateway-v0-vs-smolvlm2-turbo?atLeast=3");

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).endsWith(PAIR + "?atLeast=3");
    }

    @Test
    void anAnswerHasATagAndIsNotSentTwice() throws Exception {
        get("/api/tools?atLeast=" + head);
        for (String path : List.of(
                "/api/tools",
                "/api/tools/smolvlm2-turbo",
                "/api/tools/tool-0/history",
                "/api/comparisons",
                PAIR,
                "/api/leaderboards/all",
                "/api/log/head",
                "/api/events?limit=5")) {
            Answer first = get(path);
            Answer again = get(path, "If-None-Match", first.header("ETag"));

            assertThat(first.status()).as(path).isEqualTo(200);
            assertThat(first.header("ETag")).as(path).matches("\"[0-9]+\"");
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.body()).as(path).isEmpty();
        }
    }

    @Test
    void aVoterSeesTheirVoteAndTheToolsTagMovesToIt() throws Exception {
        long vote = server.log.append(TwoTools.ship(TwoTools.GATEWAY, 900));

        Answer tool = get("/api/tools/vercel-ai-gateway-v0?atLeast=" + vote);

        assertThat(tool.json().path("community").path("ships").asLong()).isEqualTo(1);
        assertThat(tool.header("ETag")).isEqualTo("\"" + vote + "\"");
        assertThat(get(PAIR).header("ETag")).isEqualTo("\"" + vote + "\"");
    }

    @Test
    void whoeverAsksForTheirVoteBecomesAVisitorAndTheAnswerIsPrivate() throws Exception {
        Answer answer = get("/api/tools/smolvlm2-turbo/votes/me");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly").contains("SameSite");
        assertThat(answer.header("Cache-Control")).contains("private");
        assertThat(answer.json().path("tool").asString()).isEqualTo("smolvlm2-turbo");
        assertThat(answer.json().has("choice")).isTrue();
        assertThat(answer.json().path("choice").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/tools?limit=3, tools, slug",
        "/api/tools?category=category-1&limit=1, tools, slug",
        "/api/comparisons?limit=2, comparisons, slug",
        "/api/leaderboards/all?limit=3, entries, slug",
        "/api/leaderboards/all?by=panel&limit=1, entries, slug",
        "/api/tools/tool-0/history?limit=7, entries, position"
    })
    void aListReadInPagesIsTheListReadAtOnce(String path, String list, String key) throws Exception {
        get("/api/tools?atLeast=" + head);
        List<String> inPages = new ArrayList<>();
        String next = "";
        do {
            JsonNode page =
                    get(path + (next.isEmpty() ? "" : "&cursor=" + next)).json();
            keys(page, list, key).forEach(inPages::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());

        JsonNode whole = get(path.replaceAll("limit=\\d+", "limit=50")).json();

        assertThat(inPages).doesNotHaveDuplicates().isNotEmpty();
        assertThat(inPages.subList(0, Math.min(50, inPages.size()))).isEqualTo(keys(whole, list, key));
    }

    @Test
    void aToolsHistoryIsNewestFirstAndHasEveryEventOfTheLogThatConcernsIt() throws Exception {
        List<Long> positions = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = get("/api/tools/tool-1/history?limit=50&atLeast=" + head
                            + (next.isEmpty() ? "" : "&cursor=" + next))
                    .json();
            page.path("entries")
                    .valueStream()
                    .forEach(entry -> positions.add(entry.path("position").asLong()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());

        List<Long> concerned = feed(0, 10_000).stream()
                .filter(event -> event.path("aggregate").asString().matches(".*:(.*-vs-)?tool-1(-vs-.*|:.*)?"))
                .map(event -> event.path("position").asLong())
                .toList();
        assertThat(positions.reversed()).isEqualTo(concerned);
    }

    @Test
    void theFeedIsTheLogInOrderOneEventALine() throws Exception {
        List<JsonNode> events = feed(3, 550);

        assertThat(events.stream().map(event -> event.path("position").asLong()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(4, 553).mapToObj(Long::valueOf).toList());
        JsonNode take = feed(2, 1).getFirst();
        assertThat(take.path("name").asString()).isEqualTo("PanelTakeSubmitted");
        assertThat(take.path("payload").path("take").path("score").asInt()).isEqualTo(85);
        assertThat(take.path("meta").path("actor").asString()).isEqualTo("test");
        assertThat(take.propertyNames())
                .contains("id", "aggregate", "sequence", "revision", "time", "at", "payload", "meta");
    }

    @Test
    void aWithdrawnToolLeavesTheListsAndStaysReadable() throws Exception {
        String before = get("/api/tools?limit=100").header("ETag");
        var tool = TwoTools.SMOL;
        long withdrawn = server.log.append(new ToolWithdrawn(tool));
        Answer list = get("/api/tools?limit=100&atLeast=" + withdrawn);

        assertThat(keys(list.json(), "tools", "slug")).doesNotContain(tool.slug());
        assertThat(list.header("ETag")).isNotEqualTo(before);
        assertThat(keys(get("/api/leaderboards/all?limit=200").json(), "entries", "slug"))
                .doesNotContain(tool.slug());
        assertThat(get("/api/tools/" + tool.slug()).json().path("withdrawn").asBoolean())
                .isTrue();
        long relisted = server.log.append(new ToolRelisted(tool));
        assertThat(keys(get("/api/tools?limit=100&atLeast=" + relisted).json(), "tools", "slug"))
                .contains(tool.slug());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/tools/nobody, 404, unknown-tool, slug",
        "/api/tools/Not_A_Slug, 404, unknown-tool, slug",
        "/api/tools/nobody/votes/me, 404, unknown-tool, slug",
        "/api/tools/nobody/history, 404, unknown-tool, slug",
        "/api/comparisons/a-vs-b, 404, not-found, ''",
        "/api/comparisons/tool-0, 404, not-found, ''",
        "/api/comparisons/tool-0-vs-tool-0, 404, not-found, ''",
        "/api/leaderboards/nothing, 404, not-found, ''",
        "/api/leaderboards/all?by=luck, 422, invalid, by",
        "/api/leaderboards/all?limit=201, 422, invalid, limit",
        "/api/leaderboards/all?cursor=MXxsZWFkZXJib2FyZDphbGw6T1ZFUkFMTDpBTEx8MXwyfDN8NA, 200, '', ''",
        "/api/leaderboards/all?cursor=MXxsZWFkZXJib2FyZDphbGw6T1ZFUkFMTDpXRUVLfDF8MnwzfDQ, 400, bad-cursor, cursor",
        "/api/leaderboards/all?cursor=nonsense!, 400, bad-cursor, cursor",
        "/api/tools?cursor=bm9uc2Vuc2U, 400, bad-cursor, cursor",
        "/api/tools?limit=0, 422, invalid, limit",
        "/api/tools?limit=many, 422, invalid, limit",
        "/api/tools/tool-0/history?limit=51, 422, invalid, limit",
        "/api/comparisons?cursor=%20, 400, bad-cursor, cursor",
        "/api/tools/tool-0/history?cursor=MXx0b29sc3xh, 400, bad-cursor, cursor",
        "/api/tools?atLeast=99999999, 422, future-position, atLeast",
        "/api/tools?atLeast=-1, 422, invalid, atLeast",
        "/api/tools?atLeast=now, 422, invalid, atLeast",
        "/api/events?after=99999999, 422, future-position, after",
        "/api/events?after=-1, 422, invalid, after",
        "/api/events?limit=10001, 422, invalid, limit",
        "/api/projections, 401, unauthorized, Authorization"
    })
    void badInputIsRefusedByName(String path, int status, String problem, String field) throws Exception {
        Answer answer = get(path);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.field()).isEqualTo(field);
    }

    @Test
    void anOperatorStartsARebuildWatchesItAndIsToldThatBothAreEqual() throws Exception {
        Answer started = server.send("POST", "/api/projections/leaderboard/rebuilds", server.token("operator"));
        String address = started.header("Location");

        assertThat(started.status()).isEqualTo(202);
        assertThat(address).startsWith("/api/projections/leaderboard/rebuilds/");
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> get(address, server.token("operator"))
                                .json()
                                .path("state")
                                .asString(),
                        "done"::equals);
        assertThat(get(address, server.token("operator")).json().path("equal").asBoolean())
                .isTrue();
        JsonNode projections = get("/api/projections", server.token("operator")).json();
        assertThat(projections.size()).isEqualTo(7);
        for (JsonNode projection : projections) {
            assertThat(projection.path("position").asLong()).isPositive();
            assertThat(projection.has("stopped")).isFalse();
        }
    }

    @Test
    void aRebuildOfNothingIsRefused() throws Exception {
        assertThat(server.send("POST", "/api/projections/luck/rebuilds", server.token("operator"))
                        .problem())
                .isEqualTo("not-found");
        assertThat(get("/api/projections/panel/rebuilds/99", server.token("operator"))
                        .problem())
                .isEqualTo("not-found");
        assertThat(server.send("POST", "/api/projections/panel/rebuilds", server.token("editor"))
                        .problem())
                .isEqualTo("forbidden");
    }

    @Test
    void theApiDescribesItself() throws Exception {
        JsonNode paths = get("/api/openapi.json").json().path("paths");

        assertThat(paths.propertyNames())
                .contains(
                        "/api/tools",
                        "/api/tools/{slug}",
                        "/api/tools/{slug}/votes/me",
                        "/api/tools/{slug}/history",
                        "/api/comparisons",
                        "/api/comparisons/{pair}",
                        "/api/leaderboards/{category}",
                        "/api/events",
                        "/api/log/head",
                        "/api/projections",
                        "/api/projections/{name}/rebuilds",
                        "/api/projections/{name}/rebuilds/{id}",
                        "/api/projections/{name}/swap-back",
                        "/api/projections/{name}/skips",
                        "/api/projections/rebuilds",
                        "/api/projections/rebuilds/{id}",
                        "/api/projections/rebuilds/{id}/pause",
                        "/api/projections/rebuilds/{id}/resume",
                        "/api/projections/rebuilds/{id}/cancel");
        assertThat(paths.path("/api/tools").path("get").path("parameters").findValuesAsString("name"))
                .contains("atLeast", "cursor", "limit", "category");
        assertThat(paths.path("/api/leaderboards/{category}")
                        .path("get")
                        .path("parameters")
                        .findValuesAsString("name"))
                .contains("by")
                .doesNotContain("request");
    }

    @Test
    void itIsHealthyOnceItServes() throws Exception {
        await().untilAsserted(() -> assertThat(get("/healthz/query").body()).isEqualTo("ok"));
    }

    private static Answer get(String path, String... headers) throws Exception {
        return server.get(path, headers);
    }

    private static List<JsonNode> feed(long after, int limit) throws Exception {
        Answer answer = get("/api/events?after=" + after + "&limit=" + limit);
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        return answer.body().lines().map(Lines::json).toList();
    }

    private static List<String> keys(JsonNode page, String list, String key) {
        return page.path(list)
                .valueStream()
                .map(entry -> entry.path(key).asString(entry.path(key).toString()))
                .toList();
    }
}
