package io.shiporskip.command.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.command.running.RunningSite.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code If-Match}: an editor or reviewer replaces only what they have seen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionalWriteTest {

    private RunningSite site;

    @BeforeAll
    void start(@TempDir Path folder) {
        site = RunningSite.start(folder);
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void aVoteDoesNotStopAnEditor() {
        long seen = site.list("voted-on").position();
        site.ask("PUT", "/api/tools/voted-on/votes/me", "{\"choice\":\"ship\"}", "Cookie", site.newVisitor());
        assertThat(revise("voted-on", "One", "\"" + seen + "\"").status()).isEqualTo(200);
    }

    @Test
    void anyLaterTagWillDo() {
        site.list("later-tag");
        long later = site.list("later-still").position();
        assertThat(revise("later-tag", "One", "\"" + later + "\"").status()).isEqualTo(200);
    }

    @Test
    void theSecondOfTwoEditorsWhoSawTheSameIsStale() {
        String seen = "\"" + site.list("two-editors").position() + "\"";
        assertThat(revise("two-editors", "One", seen).status()).isEqualTo(200);
        Reply second = revise("two-editors", "Two", seen);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.problem()).isEqualTo("stale");
    }

    @Test
    void anEmptyReviewMatchesWhateverShowedItEmpty() {
        String seen = "\"" + site.list("empty-review").position() + "\"";
        assertThat(take("empty-review", 70, seen).status()).isEqualTo(200);
        assertThat(take("empty-review", 71, seen).status()).isEqualTo(412);
        assertThat(take("empty-review", 72, "*").status()).isEqualTo(200);
    }

    private Reply revise(String slug, String name, String tag) {
        return site.ask(
                "PATCH",
                "/api/tools/" + slug,
                "{\"name\":\"" + name + "\"}",
                "Authorization",
                site.token("editor"),
                "If-Match",
                tag);
    }

    private Reply take(String slug, int score, String tag) {
        return site.ask(
                "PUT",
                "/api/tools/" + slug + "/panel-takes/pm",
                "{\"score\":" + score + ",\"verdict\":\"ship\",\"take\":\"Fine.\"}",
                "Authorization",
                site.token("pm"),
                "If-Match",
                tag);
    }
}
