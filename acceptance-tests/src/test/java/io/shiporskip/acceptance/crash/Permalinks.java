package io.shiporskip.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.acceptance.product.Http;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers and pages of a past moment, as they were when they were first asked for. */
record Permalinks(Map<String, String> answers) {

    private static final List<String> PATHS = List.of(
            "/api/tools/smolvlm2-turbo",
            "/api/tools?limit=100",
            "/api/tools/smolvlm2-turbo/history",
            "/api/leaderboards/all?limit=50",
            "/api/leaderboards/all?by=trending&limit=50",
            "/api/leaderboards/all?window=week&limit=50",
            "/api/comparisons/smolvlm2-turbo-vs-vercel-ai-gateway-v0",
            "/tools/smolvlm2-turbo",
            "/compare/smolvlm2-turbo-vs-vercel-ai-gateway-v0",
            "/tools/smolvlm2-turbo/history",
            "/");

    static Permalinks taken(Http http, long... positions) throws IOException {
        var answers = new LinkedHashMap<String, String>();
        for (long position : positions) {
            for (String path : PATHS) {
                String link = path + (path.contains("?") ? "&" : "?") + "asOf=" + position;
                answers.put(link, answer(http, link));
            }
        }
        return new Permalinks(answers);
    }

    /** Status, tag and every byte. */
    void assertSame(Http http) throws IOException {
        for (Map.Entry<String, String> link : answers.entrySet()) {
            assertThat(answer(http, link.getKey())).as(link.getKey()).isEqualTo(link.getValue());
        }
    }

    private static String answer(Http http, String link) throws IOException {
        HttpResponse<String> answer = http.get(link);
        assertThat(answer.statusCode()).as(link + " " + answer.body()).isEqualTo(200);
        return answer.headers().firstValue("etag").orElse("no tag") + "\n" + answer.body();
    }
}
