package io.shiporskip.command.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.shiporskip.command.running.RunningSite.Reply;
import io.shiporskip.log.StoredEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the API, once as it is meant to be used. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsOverHttpTest {

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
    void aToolIsListedRevisedWithdrawnAndRelisted() {
        Reply listed = site.list("tool-life");
        assertThat(listed.status()).isEqualTo(201);
        assertThat(listed.header("Location")).isEqualTo("/api/tools/tool-life");
        assertThat(listed.position()).isEqualTo(site.head());
        long before = site.head();

        Reply revised = editor("PATCH", "/api/tools/tool-life", "{\"tagline\": \"  New  \", \"website\": \"\"}");
        assertThat(revised.status()).isEqualTo(200);
        assertThat(editor("PATCH", "/api/tools/tool-life", "{\"tagline\": \"New\"}")
                        .position())
                .isEqualTo(revised.position());
        assertThat(editor("POST", "/api/tools/tool-life/withdrawal", "").status())
                .isEqualTo(200);
        assertThat(editor("POST", "/api/tools/tool-life/withdrawal", "").status())
                .isEqualTo(200);
        assertThat(editor("DELETE", "/api/tools/tool-life/withdrawal", "").status())
                .isEqualTo(200);

        List<StoredEvent> events = site.eventsAfter(before);
        assertThat(events)
                .extracting(StoredEvent::name)
                .containsExactly("ToolDetailsRevised", "ToolWithdrawn", "ToolRelisted");
        var details = RunningSite.json(events.getFirst().payload()).get("details");
        assertThat(details.get("tagline").asString()).isEqualTo("New");
        assertThat(details.get("name").asString()).isEqualTo("Pie Chart");
        assertThat(details.has("website")).isFalse();
    }

    @Test
    void aSeatGivesItsTakeAndTakesItBack() {
        site.list("tool-takes");
        long before = site.head();
        Reply given = builder("PUT", "tool-takes", "{\"score\": 85, \"verdict\": \"ship\", \"take\": \"Works.\"}");
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.position()).isEqualTo(site.head());
        assertThat(builder("DELETE", "tool-takes", "").status()).isEqualTo(200);
        assertThat(site.eventsAfter(before))
                .extracting(StoredEvent::name)
                .containsExactly(
                        "PanelTakeSubmitted", "PanelVerdictChanged", "PanelTakeRetracted", "PanelVerdictChanged");
        assertThat(site.eventsAfter(before)).extracting(StoredEvent::commit).satisfies(commits -> {
            assertThat(commits.get(0)).isEqualTo(commits.get(1));
            assertThat(commits.get(2)).isEqualTo(commits.get(3));
        });
    }

    @Test
    void aVisitorVotesChangesAndWithdraws() {
        site.list("tool-votes");
        long before = site.head();
        String me = site.newVisitor();
        Reply cast = vote(me, "PUT", "{\"choice\": \"ship\"}");
        assertThat(cast.status()).isEqualTo(200);
        assertThat(vote(me, "PUT", "{\"choice\": \"ship\"}").position()).isEqualTo(cast.position());
        vote(me, "PUT", "{\"choice\": \"skip\"}");
        Reply withdrawn = vote(me, "DELETE", "");
        assertThat(vote(me, "DELETE", "").position()).isEqualTo(withdrawn.position());
        assertThat(site.eventsAfter(before))
                .extracting(StoredEvent::name)
                .containsExactly("CommunityVoteCast", "CommunityVoteChanged", "CommunityVoteWithdrawn");
    }

    @Test
    void withdrawingAVoteThatWasNeverCastAnswersTheLogsHead() {
        site.list("tool-votes-none");
        long head = site.head();
        Reply nothing = site.ask("DELETE", "/api/tools/tool-votes-none/votes/me", "", "Cookie", site.newVisitor());
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.position()).isEqualTo(head);
        assertThat(site.head()).isEqualTo(head);
    }

    @Test
    void aComparisonIsPublishedAndWithdrawnWhicheverToolIsNamedFirst() {
        site.list("pair-a");
        site.list("pair-b");
        long before = site.head();
        assertThat(editor("PUT", "/api/comparisons/pair-b-vs-pair-a", "").status())
                .isEqualTo(200);
        editor("PUT", "/api/comparisons/pair-a-vs-pair-b", "");
        editor("DELETE", "/api/comparisons/pair-a-vs-pair-b", "");
        assertThat(site.eventsAfter(before))
                .extracting(StoredEvent::name, StoredEvent::aggregate)
                .containsExactly(
                        tuple("ComparisonPublished", "comparison:pair-a-vs-pair-b"),
                        tuple("ComparisonWithdrawn", "comparison:pair-a-vs-pair-b"));
    }

    @Test
    void everyEventTellsWhoAskedAndWhichCommand() {
        site.list("tool-meta");
        site.ask("PUT", "/api/tools/tool-meta/votes/me", "{\"choice\": \"ship\"}", "Cookie", site.newVisitor());
        List<StoredEvent> events = site.eventsAfter(site.head() - 2);
        assertThat(events)
                .extracting(event -> RunningSite.json(event.meta()).get("actor").asString())
                .containsExactly("editor", "visitor");
        assertThat(events)
                .extracting(
                        event -> RunningSite.json(event.meta()).get("command").asString())
                .allMatch(id -> UUID.fromString(id).version() == 7)
                .doesNotHaveDuplicates();
        assertThat(events).allMatch(event -> UUID.fromString(event.id()).version() == 7);
        assertThat(events).allMatch(event -> RunningSite.json(event.meta()).size() == 2);
    }

    @Test
    void theLogsVerificationIsTheOperators() {
        Reply answer = site.ask("POST", "/api/log/verifications", "", "Authorization", site.token("operator"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("faults").isEmpty()).isTrue();
        assertThat(answer.body().get("events").asLong()).isEqualTo(answer.position());
        assertThat(answer.body().get("hash").asString()).isNotEmpty();
    }

    @Test
    void aVerificationIsHeldAgainstAHeadAndCanBeWatched() {
        site.list("tool-verified");
        Reply sound = site.ask("POST", "/api/log/verifications", "", "Authorization", site.token("operator"));
        String head = sound.position() + ":" + sound.body().get("hash").asString();

        Reply watched = operator("/api/log/verifications?head=" + head, "Accept", "application/x-ndjson");
        assertThat(watched.header("Content-Type")).isEqualTo("application/x-ndjson");
        String last = watched.response().body().lines().toList().getLast();
        assertThat(RunningSite.json(last).get("report")).isEqualTo(sound.body());

        Reply rewritten = operator("/api/log/verifications?head=" + sound.position() + ":" + "0".repeat(64));
        assertThat(rewritten.body().get("faults").get(0).get("what").asString()).contains("rewritten");
        assertThat(operator("/api/log/verifications?head=7").fields()).containsExactly("head");
    }

    @Test
    void anExportStreamsTheBlocksAfterAPosition() {
        site.list("tool-exported");
        Reply all = operator("/api/log/exports");
        assertThat(all.header("Content-Type")).isEqualTo("application/x-ndjson");
        List<String> lines = all.response().body().lines().toList();
        assertThat(RunningSite.json(lines.getFirst()).get("position").asLong()).isEqualTo(1);
        assertThat(RunningSite.json(lines.getLast()).get("hash").asString())
                .isEqualTo(site.log().reader().head().hash());

        long start = RunningSite.json(lines.getLast()).get("position").asLong();
        assertThat(operator("/api/log/exports?after=" + (start - 1))
                        .response()
                        .body()
                        .lines())
                .containsExactly(lines.getLast());
        assertThat(operator("/api/log/exports?after=" + site.head()).response().body())
                .isEmpty();
        assertThat(operator("/api/log/exports?after=" + (site.head() + 1_000)).problem())
                .isEqualTo("future-position");
        assertThat(operator("/api/log/exports?after=-1").fields()).containsExactly("after");
        assertThat(site.ask("POST", "/api/log/exports", "", "Authorization", site.token("editor"))
                        .status())
                .isEqualTo(403);
    }

    private Reply operator(String path, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Authorization", site.token("operator")));
        return site.ask("POST", path, "", all.toArray(String[]::new));
    }

    @Test
    void itSaysThatItIsWell() {
        await().untilAsserted(() ->
                assertThat(site.ask("GET", "/healthz/command", "").status()).isEqualTo(200));
    }

    private Reply editor(String method, String path, String body) {
        return site.ask(method, path, body, "Authorization", site.token("editor"));
    }

    private Reply builder(String method, String slug, String body) {
        return site.ask(
                method, "/api/tools/" + slug + "/panel-takes/builder", body, "Authorization", site.token("builder"));
    }

    private Reply vote(String cookie, String method, String body) {
        return site.ask(method, "/api/tools/tool-votes/votes/me", body, "Cookie", cookie);
    }
}
