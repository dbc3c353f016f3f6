package io.shiporskip.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.query.pages.Browser.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

@PagesTest
class LeaderboardPageTest {

    private static final Pattern ROW = Pattern.compile("<tr role=\"row\" data-tool=\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");

    @LocalServerPort
    int port;

    @Test
    void aLineHasEverythingThatIsKnownOfATool() {
        assertThat(open("/").text("Brasskey", "Log search that answers"))
                .containsSubsequence(
                        "Brasskey",
                        "Secrets for small teams",
                        "Developer Tools",
                        "Free",
                        "Sample data",
                        "91.00",
                        "91.00",
                        "Ship",
                        "12,345 ship / 678 skip");
    }

    @Test
    void thePagesOfABoardHoldEachToolOnceAndTheUnrankedLast() {
        List<String> tools = new ArrayList<>();
        for (String address = "/"; address != null; ) {
            Page page = open(address);
            Matcher rows = ROW.matcher(page.html());
            while (rows.find()) {
                tools.add(rows.group(1));
            }
            Matcher next = NEXT.matcher(page.html());
            address = next.find() ? HtmlUtils.htmlUnescape(next.group(1)) : null;
        }
        assertThat(tools).doesNotHaveDuplicates().hasSize(Shelf.items().size() - 1);
        assertThat(tools.getLast()).isEqualTo("no-word-yet");
    }

    @Test
    void aCategoryShowsItsToolsAlone() {
        String html = open("/?category=data&by=community").html();
        assertThat(html).contains("tidewater-sync").doesNotContain("data-tool=\"lanternfish\"");
        assertThat(html).contains("data-board=\"data\"", "data-by=\"community\"");
    }

    @Test
    void aBoardIsTheSameForEverybody() {
        Page page = open("/");
        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(page.html()).doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?category=no-such-category", "/?by=luck", "/?cursor=made-up"})
    void whatIsNoBoardIsAPageThatSaysSo(String address) {
        Page page = open(address);
        assertThat(page.status()).isBetween(400, 422);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.html()).contains("<h1");
    }

    private Page open(String address) {
        try (Browser browser = Browser.at(port)) {
            return browser.open(address);
        }
    }
}
