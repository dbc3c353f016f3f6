package io.shiporskip.acceptance.voting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.shiporskip.acceptance.product.Product;
import io.shiporskip.acceptance.web.Chromium;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A visitor reads the comparison of two real tools, votes, changes and withdraws, with JavaScript and without. */
class VotingInABrowserTest {

    private static final String LEFT = "smolvlm2-turbo";
    private static final String RIGHT = "vercel-ai-gateway-v0";
    private static final String COMPARISON = "/compare/" + LEFT + "-vs-" + RIGHT;

    @TempDir
    static Path folder;

    private static Product product;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        product = Product.start(folder.resolve("data"));
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        product.close();
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void everyFactIsThereAndAVoteIsCastChangedAndWithdrawn(boolean javaScript) throws IOException {
        long before = product.http().head();
        try (BrowserContext visitor =
                chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(javaScript))) {
            ComparisonPage page = ComparisonPage.open(visitor.newPage(), product.url() + COMPARISON);
            everyFactIsThere(page);

            page.choice(LEFT, "ship").click();
            assertThat(page.myVote(LEFT)).containsText("Your vote: Ship");
            assertThat(page.community(LEFT)).containsText("Ship · 1 ship / 0 skip");
            assertThat(page.community(RIGHT)).containsText("No community votes yet");
            assertThat(page.choice(LEFT, "ship")).hasAttribute("aria-pressed", "true");
            assertThat(page.myVote(LEFT)).containsText("replaces your vote");

            page.choice(LEFT, "skip").click();
            assertThat(page.myVote(LEFT)).containsText("Your vote: Skip");
            assertThat(page.community(LEFT)).containsText("Skip · 0 ship / 1 skip");

            page.choice(LEFT, "withdraw").click();
            assertThat(page.myVote(LEFT)).containsText("You have not voted");
            assertThat(page.community(LEFT)).containsText("No community votes yet");

            assertThat(product.http().head())
                    .as("three events: cast, changed, withdrawn")
                    .isEqualTo(before + 3);
        }
    }

    @Test
    void aVoteStandsWhenThePageIsOpenedAgain() {
        try (BrowserContext visitor = chromium.browser().newContext()) {
            Page tab = visitor.newPage();
            ComparisonPage page = ComparisonPage.open(tab, product.url() + COMPARISON);
            page.choice(RIGHT, "ship").click();
            assertThat(page.myVote(RIGHT)).containsText("Your vote: Ship");

            ComparisonPage again = ComparisonPage.open(tab, product.url() + COMPARISON);
            assertThat(again.myVote(RIGHT)).containsText("Your vote: Ship");
            assertThat(again.community(RIGHT)).containsText("Ship · 1 ship / 0 skip");

            tab.navigate(product.url() + "/");
            assertThat(tab.locator("tr[data-tool='" + RIGHT + "']")).containsText("1 ship / 0 skip");

            ComparisonPage.open(tab, product.url() + COMPARISON)
                    .choice(RIGHT, "withdraw")
                    .click();
            assertThat(new ComparisonPage(tab).myVote(RIGHT)).containsText("You have not voted");
        }
    }

    @Test
    void theReverseAddressLeadsToTheOneAddressAndKeepsItsQuery() throws IOException {
        HttpResponse<String> answer = product.http().get("/compare/" + RIGHT + "-vs-" + LEFT + "?from=mail");

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith(COMPARISON + "?from=mail"));

        try (BrowserContext visitor = chromium.browser().newContext()) {
            Page tab = visitor.newPage();
            tab.navigate(product.url() + "/compare/" + RIGHT + "-vs-" + LEFT);
            assertThat(tab).hasURL(Pattern.compile(".*" + COMPARISON));
        }
    }

    private static void everyFactIsThere(ComparisonPage page) {
        assertThat(page.headings()).containsExactly("The two tools", "Decision table", "Reviewer scorecard");
        for (String tool : List.of(LEFT, RIGHT)) {
            assertThat(page.onCard(tool, "verdict")).isEqualTo("Ship");
            assertThat(page.onCard(tool, "panel-ship")).isEqualTo("100%");
        }
        assertThat(page.onCard(LEFT, "entry")).isEqualTo("Free");
        assertThat(page.onCard(RIGHT, "entry")).isEqualTo("Paid");
        assertThat(page.page().locator(".card .crumb").allInnerTexts())
                .allSatisfy(crumb -> assertThat(crumb).contains("Developer Tools"));

        assertThat(page.decision("panel")).containsExactly("Ship · 4 ship / 0 skip", "Ship · 4 ship / 0 skip");
        assertThat(page.decision("community")).containsExactly("No community votes yet", "No community votes yet");
        assertThat(page.decision("pricing"))
                .containsExactly(
                        "Free / Open weights (Apache 2.0)",
                        "Included with Vercel Pro ($20/mo) and Enterprise (custom)");
        List<String> bestFor = page.decision("best-for");
        assertThat(bestFor.getFirst())
                .containsIgnoringCase("vision-language")
                .contains("2B")
                .contains("phone");
        assertThat(bestFor.getLast())
                .contains("fallback")
                .contains("rate limits")
                .contains("cost")
                .contains("v0");
        assertThat(page.decision("mean"))
                .satisfiesExactly(
                        left -> assertThat(left).startsWith("79.25"),
                        right -> assertThat(right).startsWith("77.50"));
        assertThat(page.decision("shared-mean"))
                .satisfiesExactly(
                        left -> assertThat(left).startsWith("78.33"),
                        right -> assertThat(right).startsWith("78.00"));

        seat(page, "Builder", "85/100 · ship", "82/100 · ship");
        seat(page, "Skeptic", "78/100 · ship", "74/100 · ship");
        seat(page, "Futurist", "82/100 · ship", "No panel take");
        seat(page, "Founder", "72/100 · ship", "78/100 · ship");
        seat(page, "PM", "No panel take", "76/100 · ship");
    }

    private static void seat(ComparisonPage page, String name, String left, String right) {
        assertThat(page.scorecard(name))
                .satisfiesExactly(
                        cell -> assertThat(cell).startsWith(left),
                        cell -> assertThat(cell).startsWith(right));
    }
}
