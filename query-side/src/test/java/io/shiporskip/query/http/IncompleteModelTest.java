package io.shiporskip.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shiporskip.query.http.QueryServer.Answer;
import io.shiporskip.query.projecting.follow.LaneOpener;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.sample.TwoTools;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that leaves an event out says so wherever it is shown, and in the meters, until it is rebuilt. */
class IncompleteModelTest {

    private static final String TOOL = "/api/tools/smolvlm2-turbo";

    @Test
    void theMarkIsInJsonOnPagesInTheTagAndInTheMetersUntilARebuild(@TempDir Path data) throws Exception {
        try (var server = new QueryServer(data)) {
            long head = server.log.append(TwoTools.EVENTS);
            Answer whole = server.get(TOOL + "?atLeast=" + head);
            assertThat(whole.status()).isEqualTo(200);
            assertThat(whole.json().has("incomplete")).isFalse();
            assertThat(page(server)).doesNotContain("Incomplete:");
            assertThat(metrics(server))
                    .contains("projections_stopped 0.0", "projections_incomplete 0.0", "rebuild_open 0.0")
                    .contains("projection_lag_events{projection=\"community\"} 0.0")
                    .contains("projection_folded_events_total{projection=\"leaderboard\"} " + (double) head);

            server.bean(LaneOpener.class).progress().skipped(new Generation("community", 1), head);

            Answer marked = server.get(TOOL, "If-None-Match", whole.header("ETag"));
            assertThat(marked.status())
                    .as("what was known is no longer what is shown")
                    .isEqualTo(200);
            assertThat(marked.json().path("incomplete").path(0).asString()).isEqualTo("community");
            assertThat(marked.header("ETag")).isNotEqualTo(whole.header("ETag")).contains("community!");
            assertThat(page(server)).contains("Incomplete:").contains("<strong>community</strong>");
            assertThat(server.get("/api/comparisons").json().has("incomplete"))
                    .as("what does not show it")
                    .isFalse();
            await().untilAsserted(() -> assertThat(metrics(server)).contains("projections_incomplete 1.0"));

            server.send("POST", "/api/projections/community/rebuilds", server.token("operator"));

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(server.get(TOOL).json().has("incomplete"))
                            .isFalse());
            assertThat(page(server)).doesNotContain("Incomplete:");
            assertThat(server.get(TOOL).header("ETag")).contains("community@2").doesNotContain("!");
            await().untilAsserted(() -> assertThat(metrics(server))
                    .contains("projections_incomplete 0.0", "rebuild_open 0.0")
                    .contains("rebuild_position " + (double) head, "rebuild_head " + (double) head));
        }
    }

    private static String page(QueryServer server) throws Exception {
        return server.get("/tools/smolvlm2-turbo", "Accept", "text/html").body();
    }

    private static String metrics(QueryServer server) throws Exception {
        return server.get("/metrics/query", server.token("operator")).body();
    }
}
