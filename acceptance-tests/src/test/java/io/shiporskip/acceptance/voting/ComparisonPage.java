package io.shiporskip.acceptance.voting;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The page of one comparison, as a person finds their way on it. */
record ComparisonPage(Page page) {

    static ComparisonPage open(Page page, String url) {
        page.navigate(url);
        return new ComparisonPage(page);
    }

    /** A fact on a tool's card: {@code verdict}, {@code panel-ship} or {@code entry}. */
    String onCard(String tool, String fact) {
        return line(page.locator(".card[data-tool='" + tool + "'] [data-fact='" + fact + "']"));
    }

    /** Both cells of a row of the decision table. */
    List<String> decision(String fact) {
        return page.locator("#decision tr[data-fact='" + fact + "'] td").all().stream()
                .map(ComparisonPage::line)
                .toList();
    }

    /** Both cells of a seat's row in the reviewer scorecard. */
    List<String> scorecard(String seat) {
        return page.locator("#scorecard tr[data-seat='" + seat + "'] td").all().stream()
                .map(ComparisonPage::line)
                .toList();
    }

    /** The sections of the page, in the order in which they are read. */
    List<String> headings() {
        return page.locator("main h2").allTextContents();
    }

    Locator choice(String tool, String choice) {
        return page.locator("#vote-" + tool + "-" + choice);
    }

    Locator myVote(String tool) {
        return page.locator("#my-vote-" + tool);
    }

    Locator community(String tool) {
        return page.locator("#community-" + tool);
    }

    private static String line(Locator place) {
        return place.innerText().strip().replaceAll("\\s+", " ");
    }
}
