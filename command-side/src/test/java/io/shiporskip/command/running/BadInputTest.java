package io.shiporskip.command.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.command.running.RunningSite.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is refused says what was wrong and where, and leaves the log as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final String TAKE = "/api/tools/tool-a/panel-takes/builder";
    private static final String VOTE = "/api/tools/tool-a/votes/me";

    private RunningSite site;
    private long seen;

    @BeforeAll
    void start(@TempDir Path folder) {
        site = RunningSite.start(folder);
        seen = site.list("tool-a").position();
        site.ask("PUT", TAKE, take(80, "Good."), "Authorization", site.token("builder"));
        site.list("tool-b");
        site.list("tool-gone");
        site.ask("POST", "/api/tools/tool-gone/withdrawal", "", "Authorization", site.token("editor"));
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedAndNothingIsWritten(Bad bad) {
        String before = site.log().reader().head().toString();
        Reply reply = bad.ask.of(site);
        assertThat(reply.status()).isEqualTo(bad.status);
        assertThat(reply.problem()).isEqualTo(bad.problem);
        assertThat(reply.fields()).isEqualTo(bad.field.isEmpty() ? List.of() : List.of(bad.field));
        assertThat(site.log().reader().head()).hasToString(before);
    }

    Stream<Bad> refused() {
        return Stream.of(unknownOrWithdrawn(), takes(), details(), votes(), roles(), conditions(), bodies())
                .flatMap(group -> group);
    }

    private Stream<Bad> unknownOrWithdrawn() {
        return Stream.of(
                row(
                        "a vote on an unknown tool",
                        voter("PUT", "/api/tools/nobody/votes/me", choice("ship")),
                        404,
                        "unknown-tool",
                        "slug"),
                row(
                        "a vote on what is no slug",
                        voter("PUT", "/api/tools/No%20Slug/votes/me", choice("ship")),
                        404,
                        "unknown-tool",
                        "slug"),
                row(
                        "a vote on a withdrawn tool",
                        voter("PUT", "/api/tools/tool-gone/votes/me", choice("ship")),
                        409,
                        "withdrawn-tool",
                        "slug"),
                row(
                        "taking a vote on a withdrawn tool back",
                        voter("DELETE", "/api/tools/tool-gone/votes/me", ""),
                        409,
                        "withdrawn-tool",
                        "slug"),
                row(
                        "a take on an unknown tool",
                        as("builder", "PUT", "/api/tools/nobody/panel-takes/builder", take(50, "x")),
                        404,
                        "unknown-tool",
                        "slug"),
                row(
                        "a take on a withdrawn tool",
                        as("builder", "PUT", "/api/tools/tool-gone/panel-takes/builder", take(50, "x")),
                        409,
                        "withdrawn-tool",
                        "slug"),
                row(
                        "a take of an unknown seat",
                        as("builder", "PUT", "/api/tools/tool-a/panel-takes/janitor", take(50, "x")),
                        404,
                        "not-found",
                        ""),
                row(
                        "revising an unknown tool",
                        as("editor", "PATCH", "/api/tools/nobody", "{\"name\":\"x\"}"),
                        404,
                        "unknown-tool",
                        "slug"),
                row(
                        "withdrawing an unknown tool",
                        as("editor", "POST", "/api/tools/nobody/withdrawal", ""),
                        404,
                        "unknown-tool",
                        "slug"),
                row(
                        "a comparison with an unknown tool",
                        as("editor", "PUT", "/api/comparisons/nobody-vs-tool-a", ""),
                        404,
                        "unknown-tool",
                        "slug"),
                row(
                        "a comparison with a withdrawn tool",
                        as("editor", "PUT", "/api/comparisons/tool-a-vs-tool-gone", ""),
                        409,
                        "withdrawn-tool",
                        "slug"),
                row(
                        "a comparison of a tool with itself",
                        as("editor", "PUT", "/api/comparisons/tool-a-vs-tool-a", ""),
                        404,
                        "not-found",
                        ""),
                row(
                        "a slug that is taken",
                        as("editor", "POST", "/api/tools", tool(Map.of("slug", "tool-a"))),
                        409,
                        "conflict",
                        ""),
                row(
                        "a slug that was taken",
                        as("editor", "POST", "/api/tools", tool(Map.of("slug", "tool-gone"))),
                        409,
                        "conflict",
                        ""));
    }

    private Stream<Bad> takes() {
        return Stream.of(
                row("score 101", as("builder", "PUT", TAKE, take(101, "x")), 422, "invalid", "score"),
                row("score -1", as("builder", "PUT", TAKE, take(-1, "x")), 422, "invalid", "score"),
                row("half a score", as("builder", "PUT", TAKE, take(80.5, "x")), 422, "invalid", "score"),
                row("a score in words", as("builder", "PUT", TAKE, take("eighty", "x")), 422, "invalid", "score"),
                row(
                        "no score",
                        as("builder", "PUT", TAKE, "{\"verdict\":\"ship\",\"take\":\"x\"}"),
                        422,
                        "invalid",
                        "score"),
                row("an empty take", as("builder", "PUT", TAKE, take(80, "")), 422, "invalid", "take"),
                row("a take of spaces", as("builder", "PUT", TAKE, take(80, " \\n\\t ")), 422, "invalid", "take"),
                row(
                        "a take of 20,000 characters",
                        as("builder", "PUT", TAKE, take(80, "x".repeat(20_000))),
                        422,
                        "invalid",
                        "take"),
                row(
                        "a take of 4,001 characters",
                        as("builder", "PUT", TAKE, take(80, "x".repeat(4_001))),
                        422,
                        "invalid",
                        "take"),
                row("a control character", as("builder", "PUT", TAKE, take(80, "be\\u0007ep")), 422, "invalid", "take"),
                row("half a character", as("builder", "PUT", TAKE, take(80, "\\ud83d")), 422, "invalid", "take"),
                row("a turn of direction", as("builder", "PUT", TAKE, take(80, "a\\u202eb")), 422, "invalid", "take"),
                row(
                        "a verdict that is neither",
                        as("builder", "PUT", TAKE, "{\"score\":1,\"verdict\":\"split\",\"take\":\"x\"}"),
                        422,
                        "invalid",
                        "verdict"));
    }

    private Stream<Bad> details() {
        return Stream.of(
                row(
                        "a slug in capitals",
                        as("editor", "POST", "/api/tools", tool(Map.of("slug", "Pie"))),
                        422,
                        "invalid",
                        "slug"),
                row(
                        "a slug with vs",
                        as("editor", "POST", "/api/tools", tool(Map.of("slug", "a-vs-b"))),
                        422,
                        "invalid",
                        "slug"),
                row(
                        "a name of 81 characters",
                        as("editor", "POST", "/api/tools", tool(Map.of("name", "x".repeat(81)))),
                        422,
                        "invalid",
                        "name"),
                row(
                        "a tagline of two lines",
                        as("editor", "POST", "/api/tools", tool(Map.of("tagline", "a\nb"))),
                        422,
                        "invalid",
                        "tagline"),
                row(
                        "a category called all",
                        as("editor", "POST", "/api/tools", tool(Map.of("category", "All"))),
                        422,
                        "invalid",
                        "category"),
                row(
                        "a category of signs",
                        as("editor", "POST", "/api/tools", tool(Map.of("category", "???"))),
                        422,
                        "invalid",
                        "category"),
                row(
                        "an address that runs",
                        as("editor", "POST", "/api/tools", tool(Map.of("website", "javascript:alert(1)"))),
                        422,
                        "invalid",
                        "website"),
                row(
                        "an address with a user",
                        as("editor", "POST", "/api/tools", tool(Map.of("website", "https://a@b.example"))),
                        422,
                        "invalid",
                        "website"),
                row(
                        "a revision to a long price",
                        as("editor", "PATCH", "/api/tools/tool-a", "{\"entryPrice\":\"" + "x".repeat(25) + "\"}"),
                        422,
                        "invalid",
                        "entryPrice"));
    }

    private Stream<Bad> votes() {
        return Stream.of(
                row("a choice that is neither", voter("PUT", VOTE, choice("maybe")), 422, "invalid", "choice"),
                row("a choice by number", voter("PUT", VOTE, "{\"choice\":0}"), 422, "invalid", "choice"),
                row("no choice", voter("PUT", VOTE, "{}"), 422, "invalid", "choice"),
                row("no cookie", site -> site.ask("PUT", VOTE, choice("ship")), 401, "no-visitor", "Cookie"),
                row(
                        "a forged cookie",
                        site -> site.ask("PUT", VOTE, choice("ship"), "Cookie", forged()),
                        401,
                        "forged-visitor",
                        "Cookie"),
                row(
                        "another site's page",
                        site -> site.ask(
                                "PUT",
                                VOTE,
                                choice("ship"),
                                "Cookie",
                                site.newVisitor(),
                                "Sec-Fetch-Site",
                                "cross-site"),
                        403,
                        "cross-site",
                        ""),
                row(
                        "another site's origin",
                        site -> site.ask(
                                "PUT",
                                VOTE,
                                choice("ship"),
                                "Cookie",
                                site.newVisitor(),
                                "Origin",
                                "https://evil.example"),
                        403,
                        "cross-site",
                        ""));
    }

    private Stream<Bad> roles() {
        return Stream.of(
                row(
                        "no token",
                        site -> site.ask("POST", "/api/tools", tool(Map.of())),
                        401,
                        "unauthorized",
                        "Authorization"),
                row(
                        "nobody's token",
                        site -> site.ask("POST", "/api/tools", tool(Map.of()), "Authorization", "Bearer nobody"),
                        401,
                        "unauthorized",
                        "Authorization"),
                row(
                        "a seat's token where an editor's belongs",
                        as("builder", "POST", "/api/tools", tool(Map.of())),
                        403,
                        "forbidden",
                        "Authorization"),
                row(
                        "another seat's token",
                        as("skeptic", "PUT", TAKE, take(80, "x")),
                        403,
                        "forbidden",
                        "Authorization"),
                row(
                        "an editor's token where a seat's belongs",
                        as("editor", "DELETE", TAKE, ""),
                        403,
                        "forbidden",
                        "Authorization"),
                row(
                        "an editor's token where the operator's belongs",
                        as("editor", "POST", "/api/log/verifications", ""),
                        403,
                        "forbidden",
                        "Authorization"));
    }

    private Stream<Bad> conditions() {
        return Stream.of(
                row(
                        "a take on what has changed since",
                        matching("builder", "PUT", TAKE, take(1, "x"), "\"" + seen + "\""),
                        412,
                        "stale",
                        "If-Match"),
                row(
                        "a weak tag",
                        matching("editor", "PATCH", "/api/tools/tool-a", "{\"name\":\"x\"}", "W/\"" + seen + "\""),
                        412,
                        "stale",
                        "If-Match"),
                row(
                        "a tag from the future",
                        matching("editor", "PATCH", "/api/tools/tool-a", "{\"name\":\"x\"}", "\"999999\""),
                        412,
                        "stale",
                        "If-Match"),
                row(
                        "a tag that is none",
                        matching("editor", "PATCH", "/api/tools/tool-a", "{\"name\":\"x\"}", "\"abc\""),
                        412,
                        "stale",
                        "If-Match"),
                row(
                        "any take of an empty review",
                        matching("pm", "PUT", "/api/tools/tool-b/panel-takes/pm", take(1, "x"), "*"),
                        412,
                        "stale",
                        "If-Match"));
    }

    private Stream<Bad> bodies() {
        return Stream.of(
                row("malformed JSON", voter("PUT", VOTE, "{\"choice\": "), 400, "malformed", "body"),
                row("a list where an object belongs", voter("PUT", VOTE, "[]"), 400, "malformed", "body"),
                row(
                        "a body of 2 MB",
                        as("builder", "PUT", TAKE, take(80, "x".repeat(2_000_000))),
                        413,
                        "too-large",
                        "body"),
                row(
                        "a body of another kind",
                        site -> site.ask(
                                "PUT", VOTE, "ship", "Cookie", site.newVisitor(), "Content-Type", "text/plain"),
                        415,
                        "unsupported-media-type",
                        ""));
    }

    /** A request to a running site. */
    @FunctionalInterface
    interface Ask {
        Reply of(RunningSite site);
    }

    /** What must not pass, and the answer it gets; the field is empty where none is at fault. */
    record Bad(String what, Ask ask, int status, String problem, String field) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Bad row(String what, Ask ask, int status, String problem, String field) {
        return new Bad(what, ask, status, problem, field);
    }

    private static Ask as(String role, String method, String path, String body) {
        return site -> site.ask(method, path, body, "Authorization", site.token(role));
    }

    private static Ask matching(String role, String method, String path, String body, String tag) {
        return site -> site.ask(method, path, body, "Authorization", site.token(role), "If-Match", tag);
    }

    private static Ask voter(String method, String path, String body) {
        return site -> site.ask(method, path, body, "Cookie", site.newVisitor());
    }

    private String forged() {
        String cookie = site.newVisitor();
        char last = cookie.charAt(cookie.length() - 2);
        return cookie.substring(0, cookie.length() - 2)
                + (last == 'a' ? 'b' : 'a')
                + cookie.charAt(cookie.length() - 1);
    }

    private static String take(Object score, String text) {
        String number = score instanceof Number ? score.toString() : "\"" + score + "\"";
        return "{\"score\":" + number + ",\"verdict\":\"ship\",\"take\":\"" + text + "\"}";
    }

    private static String choice(String choice) {
        return "{\"choice\":\"" + choice + "\"}";
    }

    private static String tool(Map<String, ?> replaced) {
        return RunningSite.toolBody(replaced);
    }
}
