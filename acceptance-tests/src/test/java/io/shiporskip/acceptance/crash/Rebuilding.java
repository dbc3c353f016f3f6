package io.shiporskip.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shiporskip.acceptance.product.Product;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A rebuild as the operator sees it, and what readers and voters do meanwhile. */
record Rebuilding(Product product, String url) {

    private static final String REBUILDS = "/api/projections/rebuilds";
    private static final Duration LONG = Duration.ofMinutes(2);

    /** @param body of the order, such as {@code {"eventsPerSecond":100}} */
    static Rebuilding start(Product product, String body) throws IOException {
        HttpResponse<String> started = product.http()
                .send(
                        "POST",
                        REBUILDS,
                        body,
                        "Authorization",
                        "Bearer " + product.tokens().operator(),
                        "Content-Type",
                        "application/json");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        return new Rebuilding(
                product,
                REBUILDS + "/"
                        + JsonMapper.shared()
                                .readTree(started.body())
                                .required("id")
                                .asInt());
    }

    JsonNode now() throws IOException {
        return product.http().json(url, operator(product));
    }

    JsonNode until(Predicate<JsonNode> reached) {
        return await().atMost(LONG)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(this::now, reached);
    }

    void assertEndsEqual() {
        JsonNode end = until(now -> !now.required("state").stringValue().equals("running"));
        assertThat(end.required("state").stringValue()).as(end.toString()).isEqualTo("done");
        assertThat(end.required("equal").booleanValue()).as(end.toString()).isTrue();
    }

    /** Every read model goes on, and no rebuild of it is left. */
    static void assertAllIsWell(Product product) throws IOException {
        for (JsonNode projection : product.http().json("/api/projections", operator(product))) {
            assertThat(projection.has("stopped")).as(projection.toString()).isFalse();
            assertThat(projection.required("rebuild").required("state").stringValue())
                    .isEqualTo("done");
        }
    }

    static void assertReadsAreRight(Product product, List<String> tools) throws IOException {
        assertThat(Tallies.shown(product.http(), tools)).isEqualTo(Tallies.folded(product.http(), tools));
    }

    static void vote(Product product, List<String> tools, String visitor, String choice) throws IOException {
        for (String tool : tools) {
            HttpResponse<String> answer = product.http().vote(tool, choice, visitor);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private static String[] operator(Product product) {
        return new String[] {"Authorization", "Bearer " + product.tokens().operator()};
    }
}
