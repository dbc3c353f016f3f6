package io.shiporskip.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shiporskip.query.http.QueryServer.Answer;
import io.shiporskip.query.sample.RandomHistory;
import io.shiporskip.query.sample.TwoTools;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's page and its forms, without a browser. */
class OperationsTest {

    private static QueryServer server;
    private static String cookie;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = new QueryServer(folder.resolve("data"));
        server.log.append(TwoTools.EVENTS);
        server.log.append(RandomHistory.of(11, 600));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> server.get("/healthz/query").status() == 200);
        Answer logIn = post("/operations/session", "", "token=" + token("operator"));
        assertThat(logIn.status()).isEqualTo(303);
        assertThat(logIn.header("Location")).isEqualTo("/operations");
        assertThat(logIn.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/operations");
        cookie = logIn.header("Set-Cookie").replaceFirst(";.*", "");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void metersAreForTheOperatorAlone() throws Exception {
        Answer meters = server.get("/metrics/query", server.token("operator"));
        assertThat(meters.status()).isEqualTo(200);
        assertThat(meters.header("Content-Type")).startsWith("text/plain");
        assertThat(meters.header("Cache-Control")).isEqualTo("no-store");
        // It follows through a hub, which alone has this meter.
        assertThat(meters.body())
                .contains("event_log_follower_lag{follower=\"projections\"} 0.0")
                .contains("event_log_stalls_total 0.0");
        assertThat(server.get("/metrics/query", server.token("editor")).status())
                .isEqualTo(403);
        assertThat(server.get("/metrics/query").status()).isEqualTo(401);
    }

    @Test
    void withoutTheTokenThereIsAFormForItAndNothingElse() throws Exception {
        for (String path : new String[] {"/operations", "/operations/rebuilds/1"}) {
            Answer page = server.get(path, "Accept", "text/html");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body())
                    .contains("action=\"/operations/session\"")
                    .doesNotContain("Projections", "Head hash</dt>");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        }
        Answer live = server.get("/operations/live", "Accept", "text/html");
        assertThat(live.body()).contains("no longer logged in").doesNotContain("hx-get");
        for (String path : new String[] {
            "/operations/rebuilds", "/operations/rebuilds/1/pause", "/operations/projections/tally/swap-back"
        }) {
            assertThat(post(path, "", "projection=community").header("Location"))
                    .isEqualTo("/operations?problem=unauthorized");
        }
        assertThat(page("?problem=unauthorized").body()).contains("not logged in");
    }

    @Test
    void anotherRolesTokenAndAnotherSitesFormAreRefused() throws Exception {
        assertThat(post("/operations/session", "", "token=" + token("editor")).header("Location"))
                .isEqualTo("/operations?problem=wrong-token");
        Answer foreign = server.form(
                "/operations/rebuilds",
                "projection=community",
                "Cookie",
                cookie,
                "Sec-Fetch-Site",
                "cross-site",
                "Accept",
                "text/html");
        assertThat(foreign.header("Location")).contains("problem=cross-site");
        assertThat(server.get("/operations/session?token=" + token("operator"), "Accept", "text/html")
                        .status())
                .isIn(404, 405);
    }

    @Test
    void aRebuildIsStartedPausedResumedAndItsReportRead() throws Exception {
        assertThat(page("").body()).contains("Up to date", "community", "Start a rebuild");

        Answer started = post("/operations/rebuilds", cookie, "projection=community&projection=leaderboard&limit=20");
        assertThat(started.header("Location")).isEqualTo("/operations?done=start");
        String id = running();
        assertThat(post("/operations/rebuilds", cookie, "projection=community").header("Location"))
                .isEqualTo("/operations?problem=conflict");
        assertThat(post("/operations/rebuilds/" + id + "/pause", cookie, "").header("Location"))
                .isEqualTo("/operations?done=pause");
        await().untilAsserted(() -> assertThat(live()).contains("paused", "/operations/rebuilds/" + id + "/resume"));
        assertThat(post("/operations/rebuilds/" + id + "/resume", cookie, "").header("Location"))
                .isEqualTo("/operations?done=resume");
        assertThat(post("/operations/rebuilds/" + id + "/cancel", cookie, "").header("Location"))
                .isEqualTo("/operations?done=cancel");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(outcome(id)).contains("Cancelled"));

        post("/operations/rebuilds", cookie, "projection=community&projection=leaderboard");
        String second = Integer.toString(Integer.parseInt(id) + 1);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(outcome(second)).contains("Equal"));
        String report = server.get("/operations/rebuilds/" + second, "Cookie", cookie, "Accept", "text/html")
                .body();
        assertThat(report).contains("community", "leaderboard", "Events read", "SHA-256", "documents before and after");

        assertThat(post("/operations/projections/community/swap-back", cookie, "")
                        .header("Location"))
                .isEqualTo("/operations?done=swap-back");
        String third = Integer.toString(Integer.parseInt(id) + 2);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(outcome(third)).contains("Swapped back"));
    }

    @Test
    void aFormThatHoldsWhatCannotBeIsSaidSo() throws Exception {
        assertThat(post("/operations/rebuilds", cookie, "").header("Location")).endsWith("?problem=invalid");
        assertThat(post("/operations/rebuilds", cookie, "projection=community&limit=fast")
                        .header("Location"))
                .endsWith("?problem=invalid");
        assertThat(post("/operations/rebuilds", cookie, "projection=community&limit=0")
                        .header("Location"))
                .endsWith("?problem=invalid");
        assertThat(post("/operations/rebuilds", cookie, "projection=nobody").header("Location"))
                .endsWith("?problem=not-found");
        assertThat(post("/operations/rebuilds/99/pause", cookie, "").header("Location"))
                .endsWith("?problem=conflict");
        assertThat(post("/operations/projections/community/skip", cookie, "position=3")
                        .header("Location"))
                .endsWith("?problem=conflict");
        assertThat(server.get("/operations/rebuilds/99", "Cookie", cookie, "Accept", "text/html")
                        .status())
                .isEqualTo(404);
        assertThat(page("?problem=%3Cscript%3E").body())
                .contains("It was not done")
                .doesNotContain("<script>");
    }

    @Test
    void loggingOutTakesTheCookieBack() throws Exception {
        Answer out = post("/operations/session/end", cookie, "");
        assertThat(out.header("Set-Cookie")).startsWith("operator=;").contains("Max-Age=0");
        assertThat(out.header("Location")).isEqualTo("/operations?done=logout");
    }

    private static String running() throws Exception {
        var found = Pattern.compile("/operations/rebuilds/([0-9]+)/cancel").matcher(live());
        assertThat(found.find()).as("a rebuild runs").isTrue();
        return found.group(1);
    }

    private static String outcome(String id) throws Exception {
        var row = Pattern.compile("(?s)data-rebuild=\"" + id + "\".*?</tr>").matcher(live());
        return row.find() ? row.group() : "";
    }

    private static String live() throws Exception {
        return server.get("/operations/live", "Cookie", cookie, "Accept", "text/html")
                .body();
    }

    private static Answer page(String query) throws Exception {
        return server.get("/operations" + query, "Cookie", cookie, "Accept", "text/html");
    }

    private static Answer post(String path, String cookie, String fields) throws Exception {
        return server.form(
                path,
                fields,
                "Cookie",
                cookie.isEmpty() ? "none=1" : cookie,
                "Sec-Fetch-Site",
                "same-origin",
                "Referer",
                server.url() + "/operations",
                "Accept",
                "text/html");
    }

    private static String token(String role) throws Exception {
        return server.token(role)[1].substring("Bearer ".length());
    }
}
