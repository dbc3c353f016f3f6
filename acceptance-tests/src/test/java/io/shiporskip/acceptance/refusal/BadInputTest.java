package io.shiporskip.acceptance.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.acceptance.product.Http;
import io.shiporskip.acceptance.product.Product;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each kind of bad input is refused with a problem that says what and where, and leaves the log as it was. */
class BadInputTest {

    private static final String VOTE = "/api/tools/smolvlm2-turbo/votes/me";
    private static final String TAKE = "/api/tools/smolvlm2-turbo/panel-takes/builder";

    @TempDir
    static Path folder;

    private static Product product;
    private static Http http;
    private static String visitor;

    @BeforeAll
    static void start() throws IOException {
        product = Product.start(folder.resolve("data"));
        http = product.http();
        visitor = http.newVisitor();
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    static Stream<Refusal> refusals() {
        String builder = "Bearer " + product.tokens().seat("builder");
        String skeptic = "Bearer " + product.tokens().seat("skeptic");
        String editor = "Bearer " + product.tokens().editor();
        String good = "{\"score\":85,\"verdict\":\"ship\",\"take\":\"It does what it says.\"}";
        return Stream.of(
                Refusal.of("unknown tool")
                        .put("/api/tools/no-such-tool/votes/me", "{\"choice\":\"ship\"}")
                        .as(visitor)
                        .is(404)
                        .names("slug")
                        .about("no-such-tool"),
                Refusal.of("score 101")
                        .put(TAKE, good.replace("85", "101"))
                        .by(builder)
                        .is(422)
                        .names("score"),
                Refusal.of("empty take")
                        .put(TAKE, good.replace("It does what it says.", "  "))
                        .by(builder)
                        .is(422)
                        .names("take"),
                Refusal.of("20,000 characters")
                        .put(TAKE, good.replace("It does", "x".repeat(20_000)))
                        .by(builder)
                        .is(422)
                        .names("take"),
                Refusal.of("neither choice")
                        .put(VOTE, "{\"choice\":\"maybe\"}")
                        .as(visitor)
                        .is(422)
                        .names("choice"),
                Refusal.of("no choice").put(VOTE, "{}").as(visitor).is(422).names("choice"),
                Refusal.of("malformed JSON")
                        .put(VOTE, "{\"choice\":")
                        .as(visitor)
                        .is(400)
                        .names("body")
                        .about("line 1"),
                Refusal.of("2 MB")
                        .put(VOTE, "{\"choice\":\"" + "x".repeat(2_000_000) + "\"}")
                        .as(visitor)
                        .is(413)
                        .names("body")
                        .about("65536"),
                Refusal.of("no cookie")
                        .put(VOTE, "{\"choice\":\"ship\"}")
                        .is(401)
                        .names("Cookie"),
                Refusal.of("forged cookie")
                        .put(VOTE, "{\"choice\":\"ship\"}")
                        .as(forged(visitor))
                        .is(401)
                        .names("Cookie"),
                Refusal.of("cross-site")
                        .put(VOTE, "{\"choice\":\"ship\"}")
                        .as(visitor)
                        .with("Sec-Fetch-Site", "cross-site")
                        .is(403)
                        .about("site"),
                Refusal.of("no token").put(TAKE, good).is(401).names("Authorization"),
                Refusal.of("wrong role")
                        .put(TAKE, good)
                        .by(editor)
                        .is(403)
                        .names("Authorization")
                        .about("seat"),
                Refusal.of("another seat's token")
                        .put(TAKE, good)
                        .by(skeptic)
                        .is(403)
                        .names("Authorization")
                        .about("builder"),
                Refusal.of("a position in the future")
                        .get(VOTE.replace("/votes/me", "?atLeast=999999999"))
                        .is(422)
                        .names("atLeast"),
                Refusal.of("a cursor that is not one")
                        .get("/api/tools/smolvlm2-turbo/history?cursor=nonsense")
                        .is(400)
                        .names("cursor"),
                Refusal.of("a board's cursor that is not one")
                        .get("/api/leaderboards/all?cursor=nonsense")
                        .is(400)
                        .names("cursor"),
                Refusal.of("an order that is not one")
                        .get("/api/leaderboards/all?by=luck")
                        .is(422)
                        .names("by"),
                Refusal.of("a stale If-Match")
                        .put(TAKE, good.replace("85", "12"))
                        .by(builder)
                        .with("If-Match", "\"1\"")
                        .is(412)
                        .names("If-Match"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isRefusedInWordsAndWritesNothing(Refusal refusal) throws IOException {
        long before = http.head();

        HttpResponse<String> answer = refusal.send(http);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(refusal.status());
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.required("status").intValue()).isEqualTo(refusal.status());
        assertThat(problem.required("title").stringValue()).isNotBlank();
        if (!refusal.field().isEmpty()) {
            assertThat(problem.path("errors")
                            .valueStream()
                            .map(error -> error.required("field").stringValue()))
                    .as(answer.body())
                    .contains(refusal.field());
        }
        assertThat(problem.required("detail").stringValue()).contains(refusal.words());
        assertThat(http.head()).isEqualTo(before);
    }

    private static String forged(String cookie) {
        char last = cookie.charAt(cookie.length() - 2);
        return cookie.substring(0, cookie.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + cookie.substring(cookie.length() - 1);
    }
}
