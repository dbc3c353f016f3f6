package io.shiporskip.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.edge.form.Back;
import io.shiporskip.query.pages.Browser.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Voting by forms alone, as a browser without JavaScript does it. */
@PagesTest
class VotingTest {

    private static final String PAGE = "/tools/tidewater-sync";

    @LocalServerPort
    int port;

    @Test
    void aVoteIsSeenAtOnceReplacedAndWithdrawn() {
        try (Browser browser = Browser.at(port)) {
            assertThat(browser.open(PAGE).text()).contains("You have not voted.", "40 ship / 60 skip");
            assertThat(vote(browser, "ship").text())
                    .contains("Your vote: Ship . Another choice replaces your vote.", "41 ship / 60 skip");
            assertThat(vote(browser, "skip").text()).contains("Your vote: Skip", "40 ship / 61 skip");
            Page withdrawn = vote(browser, "withdraw");
            assertThat(withdrawn.text()).contains("You have not voted.", "40 ship / 60 skip");
            assertThat(withdrawn.html()).doesNotContain("value=\"withdraw\"");
        }
    }

    @Test
    void onlyTheChoiceThatStandsIsPressed() {
        try (Browser browser = Browser.at(port)) {
            browser.open(PAGE);
            assertThat(vote(browser, "skip").html())
                    .containsPattern("value=\"skip\"[^>]*aria-pressed=\"true\"")
                    .containsPattern("value=\"ship\"[^>]*aria-pressed=\"false\"");
            vote(browser, "withdraw");
        }
    }

    @Test
    void aPageWithAVoteIsForThisVisitorAlone() {
        try (Browser browser = Browser.at(port)) {
            Page first = browser.open(PAGE);
            assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(first.header("Set-Cookie")).contains("HttpOnly");
            assertThat(browser.open(PAGE).header("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void twoFormsOnAPageMakeOneVisitor() {
        try (Browser browser = Browser.at(port)) {
            Page page = browser.open("/compare/lanternfish-vs-quillpad");
            assertThat(page.response().headers().allValues("Set-Cookie")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-visitor|Allow cookies",
                "forged-visitor|not one of ours",
                "cross-site|another site",
                "withdrawn-tool|takes no votes",
                "unknown-tool|no such tool",
                "invalid|neither ship, skip nor withdraw",
                "busy|too many votes",
                "unknown-outcome|never counts twice",
                "too-many-visitors|network address",
            })
    void aRefusedVoteIsExplained(String code, String says) {
        try (Browser browser = Browser.at(port)) {
            for (String page : new String[] {"/", PAGE, "/compare/lanternfish-vs-quillpad"}) {
                assertThat(browser.open(page + "?problem=" + code).text()).contains(says);
            }
        }
    }

    @Test
    void aCodeNobodyKnowsIsNotRepeated() {
        try (Browser browser = Browser.at(port)) {
            String html = browser.open(PAGE + "?problem=Call%20555%20now").html();
            assertThat(html).contains("Your vote was not counted.").doesNotContain("Call 555");
        }
    }

    @Test
    void aPageThatLagsIsShownAndSaysSo() {
        try (Browser browser = Browser.at(port)) {
            Page page = browser.open(PAGE + "?atLeast=" + PagesWithFixtures.STUCK);
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.header("Retry-After")).isEqualTo("1");
            assertThat(page.text())
                    .contains("Your vote is counted, but this page is a moment behind", "Tidewater Sync");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "twelve", "1.5", "", "99999999999999999999"})
    void aPositionThatIsNoneIsRefusedWithAPage(String atLeast) {
        try (Browser browser = Browser.at(port)) {
            Page page = browser.open(PAGE + "?atLeast=" + atLeast);
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.header("Content-Type")).startsWith("text/html");
        }
    }

    @Test
    void aWithdrawnToolIsReadableAndTakesNoVotes() {
        try (Browser browser = Browser.at(port)) {
            Page page = browser.open("/tools/gone-fishing");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("Withdrawn from the catalogue", "Ship · 4 ship / 2 skip");
            assertThat(page.html()).doesNotContain("method=\"post\"", "name=\"choice\"");
            assertThat(page.header("Set-Cookie")).isEmpty();
        }
    }

    private static Page vote(Browser browser, String choice) {
        return browser.post(PAGE + "/vote", Map.of("choice", choice, Back.FIELD, PAGE));
    }
}
