package io.shiporskip.acceptance.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.acceptance.product.Http;
import io.shiporskip.acceptance.product.Tokens;
import io.shiporskip.mongo.testing.TestMongo;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command side and the query side as two processes behind Caddy, with the commands, environment and health checks of
 * docker-compose.yml and its Caddyfile, on one MongoDB over TCP; each service is killed once.
 */
class TwoServicesTest {

    private static final String TOOL = "smolvlm2-turbo";

    @Test
    void votesCrossFromOneServiceToTheOtherAndSurviveAKillOfEach(@TempDir Path folder) throws IOException {
        try (TestMongo server = TestMongo.in(folder.resolve("mongodb"));
                Site site = new Site(folder, server.uri())) {
            site.start("command-side");
            site.start("query-side");
            site.start("caddy");
            Http http = site.http();
            awaitSampleData(http);

            String first = http.newVisitor();
            long cast = position(http.vote(TOOL, "ship", first));
            assertThat(votes(http, cast)).isEqualTo(1);
            assertThat(http.get("/").body()).contains("SmolVLM2 Turbo");

            site.kill("command-side");
            assertThat(http.vote(TOOL, "skip", http.newVisitor()).statusCode()).isBetween(500, 504);
            assertThat(votes(http, cast)).isEqualTo(1);
            site.start("command-side");

            site.kill("query-side");
            long changed = position(http.vote(TOOL, "skip", first));
            assertThat(changed).isGreaterThan(cast);
            assertThat(http.get("/").statusCode()).isBetween(500, 504);
            site.start("query-side");

            JsonNode community = tool(http, changed).required("community");
            assertThat(community.required("ships").longValue()).isZero();
            assertThat(community.required("skips").longValue()).isEqualTo(1);

            assertThat(rebuilt(http, Tokens.in(site.secrets()))).isTrue();
            assertThat(loggedIn(http, Tokens.in(site.secrets()))).startsWith("operator=");
        }
    }

    private static void awaitSampleData(Http http) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> http.get("/api/comparisons/" + TOOL + "-vs-vercel-ai-gateway-v0")
                                .statusCode()
                        == 200);
    }

    private static long position(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).required("position").longValue();
    }

    private static long votes(Http http, long atLeast) throws IOException {
        JsonNode community = tool(http, atLeast).required("community");
        return community.required("ships").longValue()
                + community.required("skips").longValue();
    }

    private static JsonNode tool(Http http, long atLeast) throws IOException {
        return http.json("/api/tools/" + TOOL + "?atLeast=" + atLeast);
    }

    /** The operator's form is the query side's, like the page that it stands on. */
    private static String loggedIn(Http http, Tokens tokens) throws IOException {
        HttpResponse<String> answer = http.send(
                "POST",
                "/operations/session",
                "token=" + tokens.operator(),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Sec-Fetch-Site",
                "same-origin");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("set-cookie").orElse("");
    }

    private static boolean rebuilt(Http http, Tokens tokens) throws IOException {
        String authorization = "Bearer " + tokens.operator();
        HttpResponse<String> started =
                http.send("POST", "/api/projections/community/rebuilds", "", "Authorization", authorization);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        String location = started.headers().firstValue("location").orElseThrow();
        JsonNode ended = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> http.json(location, "Authorization", authorization),
                        rebuild -> !rebuild.required("state").stringValue().equals("running"));
        assertThat(ended.required("state").stringValue()).isEqualTo("done");
        return ended.required("equal").booleanValue();
    }
}
