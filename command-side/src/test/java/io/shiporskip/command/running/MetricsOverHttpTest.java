package io.shiporskip.command.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.command.running.RunningSite.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The meters over HTTP: for the operator alone, and without a word about anybody. */
class MetricsOverHttpTest {

    @Test
    void theOperatorReadsThemAndNobodyElse(@TempDir Path folder) {
        try (RunningSite site = RunningSite.start(folder)) {
            assertThat(site.list("pie-chart").position()).isEqualTo(1);

            assertThat(metrics(site, "operator").response().body())
                    .contains("event_log_append_seconds_count{result=\"done\"} 1")
                    .contains("event_log_block_commits_count 1")
                    .contains("event_log_writable{appender=\"1\"} 1.0")
                    .contains("jvm_memory_used_bytes")
                    .doesNotContain("pie-chart");
            assertThat(metrics(site, "operator").header("Content-Type")).startsWith("text/plain");
            assertThat(metrics(site, "editor").status()).isEqualTo(403);
            assertThat(site.ask("GET", "/metrics/command", "").status()).isEqualTo(401);
        }
    }

    private static Reply metrics(RunningSite site, String role) {
        return site.ask("GET", "/metrics/command", "", "Authorization", site.token(role));
    }
}
