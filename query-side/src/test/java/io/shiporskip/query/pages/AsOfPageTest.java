package io.shiporskip.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.query.pages.Browser.Page;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** Pages as of a moment. */
@PagesTest
class AsOfPageTest {

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"]*)\"");

    /** Where links may lead that show the present, or the log itself. */
    private static final Pattern ELSEWHERE = Pattern.compile("/about/ranking|/api/events.*|/api/log/head");

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?category=agents&by=panel",
                "/tools/lanternfish",
                "/tools/gone-fishing",
                "/compare",
                "/compare/lanternfish-vs-quillpad"
            })
    void aPageOfThePastSaysSoTakesNoVoteAndStaysInThePast(String address) {
        String past = address + (address.contains("?") ? "&" : "?") + "asOf=1200";
        try (Browser browser = Browser.at(port)) {
            Page page = browser.open(past);

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("As it stood at position 1,200 , 1 November 2026, 12:00:07 UTC");
            assertThat(page.html()).doesNotContain("method=\"post\"", "name=\"choice\"");
            assertThat(page.header("Set-Cookie")).isEmpty();
            assertThat(page.header("Cache-Control")).contains("public", "immutable");
            assertThat(page.header("ETag")).matches("\"[^\"]+\"");
            List<String> links = links(page);
            assertThat(links).contains(address.replace("&amp;", "&"));
            assertThat(links)
                    .filteredOn(link -> !ELSEWHERE.matcher(link).matches() && !link.equals(address))
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(link).matches(".*[?&]asOf=[0-9]+.*"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/?category=agents&by=panel", "/tools/lanternfish", "/compare/lanternfish-vs-quillpad"})
    void aPageOfThePresentHasItsPermalinkAndItsLinksStayInThePresent(String address) {
        try (Browser browser = Browser.at(port)) {
            Page page = browser.open(address);

            assertThat(page.text()).doesNotContain("As it stood");
            assertThat(page.header("ETag")).isEmpty();
            List<String> links = links(page);
            assertThat(links)
                    .filteredOn(link -> link.contains("asOf="))
                    .singleElement()
                    .satisfies(permalink -> {
                        assertThat(permalink)
                                .startsWith(address.substring(0, address.contains("?") ? 2 : address.length()));
                        assertThat(browser.open(permalink).text()).contains("As it stood at position");
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-11-01T12:30:00, 200", "2026-11-01T12:30, 200", "'', 200", "soon, 422", "99999999, 422"})
    void theFormForATimeMeansUtcAndANonsensicalMomentIsSaidToBeOne(String asked, int status) {
        try (Browser browser = Browser.at(port)) {
            Page page = browser.open("/?asOf=" + asked);
            assertThat(page.status()).isEqualTo(status);
            if (status == 422) {
                assertThat(page.text()).contains(asked.equals("soon") ? "RFC 3339 instant" : "beyond the log's head");
            }
        }
    }

    @Test
    void thePickOfAMomentKeepsWhatThePageIsOf() {
        try (Browser browser = Browser.at(port)) {
            Page page = browser.open("/?category=agents&by=panel&asOf=1200");
            assertThat(page.html())
                    .contains("<input type=\"hidden\" name=\"category\" value=\"agents\">")
                    .contains("<input type=\"hidden\" name=\"by\" value=\"panel\">");
            assertThat(page.html()).contains("value=\"2026-11-01T12:00:07\"").contains("value=\"1200\"");
        }
    }

    @Test
    void twoPicksOfThePastLeadToTheirComparisonThen() {
        try (Browser browser = Browser.stopping(port)) {
            Page page = browser.open("/compare?left=lanternfish&right=quillpad&asOf=1200");
            assertThat(page.header("Location")).endsWith("/compare/lanternfish-vs-quillpad?asOf=1200");
        }
    }

    private static List<String> links(Page page) {
        return LINK.matcher(page.html())
                .results()
                .map((MatchResult match) -> HtmlUtils.htmlUnescape(match.group(1)))
                .toList();
    }
}
