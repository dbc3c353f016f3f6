package io.shiporskip.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.query.pages.Browser.Page;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What holds on every page. */
@PagesTest
class FrameTest {

    private static final Pattern FILE = Pattern.compile("<(?:link|script)[^>]*(?:href|src)=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/tools/escape-artist",
                "/tools/no-word-yet",
                "/compare/escape-artist-vs-split-decision",
                "/compare",
                "/about/ranking",
                "/?by=community&window=week",
                "/?by=trending",
                "/what-if",
                "/what-if?z=eleven&withoutDay=2026-11-03",
                "/tools/no-such-tool",
                "/nowhere"
            })
    void everyPageKeepsToItsContentSecurityPolicyAndToTheSite(String address) {
        try (Browser browser = Browser.at(port)) {
            Page page = browser.open(address);
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.html())
                    .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:")
                    .doesNotContainPattern("<script(?![^>]* src=)");
            List<String> files = all(FILE, page);
            assertThat(files).isNotEmpty().allMatch(file -> file.matches("/(assets|vendor)/.+-[0-9a-f]{32}\\..+"));
            assertThat(files).allSatisfy(file -> {
                Page answer = browser.open(file);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("Cache-Control")).contains("immutable");
            });
            assertThat(all(Pattern.compile("\\sid=\"([^\"]+)\""), page)).doesNotHaveDuplicates();
            assertThat(all(Pattern.compile("<h1[ >]()"), page)).hasSize(1);
        }
    }

    @Test
    void whatAToolIsCalledIsTextAndNothingElse() {
        try (Browser browser = Browser.at(port)) {
            for (String address : new String[] {
                "/tools/escape-artist", "/compare/escape-artist-vs-lanternfish", "/?category=agents", "/compare"
            }) {
                Page page = browser.open(address);
                assertThat(page.html()).doesNotContain("<script>", "<b>escaping");
                assertThat(page.html()).contains("&lt;script&gt;");
            }
        }
    }

    @Test
    void aWrongAddressIsAPageForPeopleAndADocumentForPrograms() {
        try (Browser browser = Browser.at(port)) {
            Page lost = browser.open("/nowhere");
            assertThat(lost.status()).isEqualTo(404);
            assertThat(lost.text()).contains("404", "To the leaderboard");
            assertThat(browser.open("/api/nowhere").header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @Test
    void thePageOnRankingSaysWhatACookieIsWorth() {
        try (Browser browser = Browser.at(port)) {
            assertThat(browser.open("/about/ranking").text())
                    .contains("Clearing your cookies makes you a second visitor", "v ÷ (v + 25)", "20.65", "94.60");
        }
    }

    private static List<String> all(Pattern pattern, Page page) {
        return pattern.matcher(page.html())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
