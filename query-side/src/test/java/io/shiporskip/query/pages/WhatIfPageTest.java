package io.shiporskip.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.query.pages.Browser.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class WhatIfPageTest {

    @LocalServerPort
    int port;

    @Test
    void whereEachToolWouldGoIsSaidInWordsAsWellAsByAnArrow() {
        Page page = open("/what-if?evenVotes=5&withoutDay=2026-11-03");

        assertThat(page.text())
                .contains("4 tools would move", "12 votes and takes of that day were left out")
                .contains("up 1", "down 1", "was 2", "ranked, and is not now", "no longer ranked", "stays");
        assertThat(page.html()).contains("value=\"5\"", "value=\"2026-11-03\"");
    }

    @Test
    void aFieldThatDoesNotReadIsSaidAtItsPlaceAndKeepsWhatWasWritten() {
        Page page = open("/what-if?z=eleven&withoutDay=1999-01-01x");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("must be a number from 0 to 10", "must be a day such as 2026-11-03")
                .doesNotContain("would move");
        assertThat(page.html())
                .contains("value=\"eleven\"")
                .containsPattern("id=\"what-z\"[^>]* aria-invalid=\"true\"");
    }

    @Test
    void aDayOfTooMuchIsSaidAtItsField() {
        Page page = open("/what-if?withoutDay=1999-01-01");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("has too many events");
    }

    @Test
    void theFormsOwnFieldsMayBeCombinedAnyHow() {
        assertThat(open("/what-if?by=trending&window=week").status()).isEqualTo(200);
    }

    @Test
    void aBoardSaysHowFragileItsRanksAreAndWhoseVotesItCounts() {
        assertThat(open("/?window=week").text())
                .contains("would change this rank", "would change the panel’s verdict", "This week")
                .contains("Votes last changed since 23 November 2026");
        assertThat(open("/?by=trending").text()).contains("Fresh ships less fresh skips");
    }

    private Page open(String address) {
        try (Browser browser = Browser.at(port)) {
            return browser.open(address);
        }
    }
}
