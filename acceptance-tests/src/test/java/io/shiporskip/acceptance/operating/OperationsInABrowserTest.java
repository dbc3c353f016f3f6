package io.shiporskip.acceptance.operating;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.shiporskip.acceptance.product.Product;
import io.shiporskip.acceptance.web.Chromium;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An operator logs in, cancels one rebuild and watches another to its end, with JavaScript and without, on a phone and on
 * a desktop, light and dark; nothing that axe finds, nothing that the policy forbids.
 */
class OperationsInABrowserTest {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

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

    @ParameterizedTest(name = "JavaScript {0}, {1}, {2}px")
    @CsvSource({"true, LIGHT, 320", "true, DARK, 1280", "false, LIGHT, 1280"})
    void anOperatorCancelsARebuildAndWatchesAnother(boolean javaScript, ColorScheme scheme, int width) {
        try (BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(javaScript)
                        .setColorScheme(scheme)
                        .setViewportSize(width, 900))) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onPageError(complaints::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });

            logIn(page, javaScript);
            String cancelled = startSlowly(page);
            check(page, javaScript);
            button(page, "Cancel rebuild").click();
            awaitOutcome(page, cancelled, "Cancelled", javaScript);

            String equal = start(page, "");
            awaitOutcome(page, equal, "Equal", javaScript);
            check(page, javaScript);
            page.locator("tr[data-rebuild='" + equal + "'] a").click();
            assertThat(page.locator("h1")).hasText("Rebuild " + equal);
            assertThat(page.locator(".report")).containsText("SHA-256");
            check(page, javaScript);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Operations"))
                    .click();
            button(page, "Log out").click();
            assertThat(page.locator(".notice")).containsText("You are logged out");
            assertThat(page.getByLabel("Operator’s token")).isVisible();
            assertThat(complaints).isEmpty();
        }
    }

    private static void logIn(Page page, boolean javaScript) {
        page.navigate(product.url() + "/operations");
        check(page, javaScript);
        page.getByLabel("Operator’s token").fill("not the token of anybody");
        button(page, "Log in").click();
        assertThat(page.locator(".notice")).containsText("not the operator’s token");
        page.getByLabel("Operator’s token").fill(product.tokens().operator());
        button(page, "Log in").click();
        assertThat(page).hasURL(product.url() + "/operations");
        assertThat(page.locator("tr[data-projection=community]")).containsText("Up to date");
        check(page, javaScript);
    }

    /** One that would take a minute; its progress moves by itself where there is JavaScript. */
    private static String startSlowly(Page page) {
        String id = start(page, "20");
        assertThat(page.locator("#rebuild-" + id + " progress")).isVisible();
        button(page, "Pause rebuild").click();
        assertThat(button(page, "Resume rebuild")).isVisible();
        return id;
    }

    private static String start(Page page, String limit) {
        page.getByLabel("At most, events a second").fill(limit);
        button(page, "Start").click();
        assertThat(page.locator(".notice").first()).containsText("under way");
        List<Integer> known = new ArrayList<>();
        for (Locator each : page.locator("[id^=rebuild-], tr[data-rebuild]").all()) {
            String text = each.getAttribute("data-rebuild") == null
                    ? String.valueOf(each.getAttribute("id"))
                    : each.getAttribute("data-rebuild");
            known.add(Integer.parseInt(text.replaceAll("[^0-9]", "")));
        }
        return Integer.toString(known.stream().mapToInt(Integer::intValue).max().orElseThrow());
    }

    private static void awaitOutcome(Page page, String id, String outcome, boolean javaScript) {
        Locator row = page.locator("tr[data-rebuild='" + id + "']");
        if (!javaScript) {
            page.waitForCondition(() -> {
                page.navigate(product.url() + "/operations");
                return row.count() > 0;
            });
        }
        assertThat(row).containsText(outcome, PATIENTLY);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    private static void check(Page page, boolean javaScript) {
        if (!javaScript) {
            return;
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing wider than the screen at " + page.url())
                .isEqualTo(true);
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .map(violation -> violation.getId() + ": " + violation.getNodes())
                                .toList())
                .isEmpty();
    }
}
