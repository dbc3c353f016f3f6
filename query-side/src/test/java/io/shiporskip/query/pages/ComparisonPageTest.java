package io.shiporskip.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.query.pages.Browser.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class ComparisonPageTest {

    private static final String PAIR = "/compare/smolvlm2-turbo-vs-vercel-ai-gateway-v0";

    @LocalServerPort
    int port;

    @Test
    void cardsComeFirstWithVerdictPanelShipAndEntryPrice() {
        String cards = open(PAIR).text("The two tools", "Decision table");
        assertThat(cards)
                .containsSubsequence(
                        "SmolVLM2 Turbo",
                        "Verdict",
                        "Ship",
                        "Panel ship",
                        "100%",
                        "Entry",
                        "Free",
                        "Vercel AI Gateway (v0)",
                        "Verdict",
                        "Ship",
                        "Panel ship",
                        "100%",
                        "Entry",
                        "Paid");
    }

    @Test
    void decisionTableSetsBothToolsSideBySide() {
        String table = open(PAIR).text("Decision table", "Reviewer scorecard");
        assertThat(table)
                .containsSubsequence("Panel verdict", "Ship · 4 ship / 0 skip", "Ship · 4 ship / 0 skip")
                .containsSubsequence("Community", "No community votes yet", "No community votes yet")
                .containsSubsequence(
                        "Pricing",
                        "Free / Open weights (Apache 2.0)",
                        "Included with Vercel Pro ($20/mo) and Enterprise (custom)")
                .containsSubsequence("Best for", "runs on a phone", "model fallback, rate limits and cost tracking");
    }

    @Test
    void anEmptySeatDoesNotPassForAVerdict() {
        String table = open(PAIR).text("Mean score", "Reviewer scorecard");
        assertThat(table)
                .containsSubsequence("of the seats that judged this tool", "79.25", "4 of 5", "77.50", "4 of 5")
                .containsSubsequence(
                        "only the seats that judged both: Builder, Skeptic, Founder",
                        "78.33",
                        "3 of 5",
                        "78.00",
                        "3 of 5");
    }

    @Test
    void scorecardHasEverySeatInThePanelsOrder() {
        String scorecard = open(PAIR).text("Reviewer scorecard", "Every number on this page");
        assertThat(scorecard)
                .containsSubsequence(
                        "Builder",
                        "85/100 · ship",
                        "82/100 · ship",
                        "Skeptic",
                        "78/100 · ship",
                        "74/100 · ship",
                        "Futurist",
                        "82/100 · ship",
                        "No panel take",
                        "Founder",
                        "72/100 · ship",
                        "78/100 · ship",
                        "PM",
                        "No panel take",
                        "76/100 · ship")
                .contains("I would put it in front of users this week");
    }

    @Test
    void theOtherOrderLeadsToTheOneAddressAndKeepsItsQuery() {
        try (Browser browser = Browser.stopping(port)) {
            Page moved = browser.open(
                    "/compare/vercel-ai-gateway-v0-vs-smolvlm2-turbo?atLeast=12&x=%20y{z}".replace("{z}", "%7Bz%7D"));
            assertThat(moved.status()).isEqualTo(308);
            assertThat(moved.header("Location")).endsWith(PAIR + "?atLeast=12&x=%20y%7Bz%7D");
            assertThat(browser.open("/compare/b-vs-a").header("Location")).endsWith("/compare/a-vs-b");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/compare/smolvlm2-turbo-vs-no-such-tool",
                "/compare/smolvlm2-turbo-vs-smolvlm2-turbo",
                "/compare/smolvlm2-turbo",
                "/compare/SMOL-vs-x",
                "/compare/a-vs-b-vs-c"
            })
    void whatIsNoComparisonIsAPageThatSaysSo(String address) {
        Page page = open(address);
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.html()).contains("<h1");
    }

    @Test
    void aWithdrawnToolHasNoFormBesideOneThatHas() {
        String html = open("/compare/gone-fishing-vs-lanternfish").html();
        assertThat(html)
                .contains("takes no votes", "id=\"vote-lanternfish\"")
                .doesNotContain("id=\"vote-gone-fishing\"");
    }

    @Test
    void pickingTwoToolsLeadsToTheirComparisonAndNowhereElse() {
        try (Browser browser = Browser.stopping(port)) {
            Page picked = browser.open("/compare?left=vercel-ai-gateway-v0&right=smolvlm2-turbo");
            assertThat(picked.status()).isEqualTo(302);
            assertThat(picked.header("Location")).endsWith(PAIR);
            for (String bad : new String[] {"lanternfish", "//example.org", "%0d%0aX:1"}) {
                Page again = browser.open("/compare?left=lanternfish&right=" + bad);
                assertThat(again.status()).isEqualTo(200);
                assertThat(again.text()).contains("Pick two different tools");
            }
        }
    }

    private Page open(String address) {
        try (Browser browser = Browser.at(port)) {
            return browser.open(address);
        }
    }
}
