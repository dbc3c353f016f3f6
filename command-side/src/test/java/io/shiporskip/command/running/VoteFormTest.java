package io.shiporskip.command.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.command.running.RunningSite.Reply;
import io.shiporskip.edge.form.Back;
import io.shiporskip.log.StoredEvent;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vote as a form without scripts sends it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VoteFormTest {

    private RunningSite site;

    @BeforeAll
    void start(@TempDir Path folder) {
        site = RunningSite.start(folder);
        site.list("formal");
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void itIsSentBackToThePageAtThePositionOfItsVote() {
        String me = site.newVisitor();
        long before = site.head();
        for (String choice : new String[] {"ship", "skip", "withdraw"}) {
            Reply reply = post(me, "choice=" + choice + "&" + Back.FIELD + "=%2Ftools%2Fformal%3Fby%3Dpanel");
            assertThat(reply.status()).isEqualTo(303);
            assertThat(reply.header("Location")).isEqualTo("/tools/formal?by=panel&atLeast=" + site.head());
        }
        assertThat(site.eventsAfter(before))
                .extracting(StoredEvent::name)
                .containsExactly("CommunityVoteCast", "CommunityVoteChanged", "CommunityVoteWithdrawn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"choice=maybe", "choice=", "other=ship"})
    void whatIsNoChoiceGoesBackWithTheProblem(String body) {
        long before = site.head();
        Reply reply = post(site.newVisitor(), body + "&" + Back.FIELD + "=%2Ftools%2Fformal");
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).isEqualTo("/tools/formal?problem=invalid");
        assertThat(site.head()).isEqualTo(before);
    }

    @Test
    void withoutAVisitorItGoesBackWithTheProblem() {
        long before = site.head();
        Reply reply = post("other=cookie", "choice=ship&" + Back.FIELD + "=%2Ftools%2Fformal");
        assertThat(reply.header("Location")).isEqualTo("/tools/formal?problem=no-visitor");
        assertThat(site.head()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https%3A%2F%2Fevil.example%2F", "%2F%2Fevil.example", "%2F%5Cevil.example", "javascript:1"})
    void itNeverLeadsElsewhere(String back) {
        Reply reply = post(site.newVisitor(), "choice=ship&" + Back.FIELD + "=" + back);
        assertThat(reply.header("Location")).startsWith("/?atLeast=");
    }

    private Reply post(String cookie, String body) {
        return site.ask(
                "POST",
                "/tools/formal/vote",
                body,
                "Cookie",
                cookie,
                "Sec-Fetch-Site",
                "same-origin",
                "Content-Type",
                "application/x-www-form-urlencoded");
    }
}
