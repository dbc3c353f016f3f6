package io.shiporskip.acceptance.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.shiporskip.acceptance.product.Product;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, light and dark, on a phone and on a desktop: what it loads, its policy, its accessibility, its width. */
class PagesTest {

    private static final List<String> PAGES = List.of(
            "/",
            "/?category=developer-tools&by=community",
            "/tools/smolvlm2-turbo",
            "/compare/smolvlm2-turbo-vs-vercel-ai-gateway-v0",
            "/compare",
            "/about/ranking",
            "/?by=community&window=week",
            "/?by=trending",
            "/what-if",
            "/what-if?z=0&withoutSeat=builder",
            "/what-if?z=99",
            "/?asOf=12",
            "/?asOf=0",
            "/tools/smolvlm2-turbo?asOf=12",
            "/tools/smolvlm2-turbo/history",
            "/compare/smolvlm2-turbo-vs-vercel-ai-gateway-v0?asOf=40",
            "/compare?asOf=40",
            "/tools/no-such-tool");

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

    static Stream<Arguments> pages() {
        return PAGES.stream()
                .flatMap(page -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                        .flatMap(scheme -> Stream.of(320, 1280).map(width -> Arguments.of(page, scheme, width))));
    }

    @ParameterizedTest(name = "{0} {1} {2}px")
    @MethodSource("pages")
    void loadsFromNoOtherHostKeepsItsPolicyAndIsAccessible(String path, ColorScheme scheme, int width) {
        // with motion, axe may look at a colour that is still on its way to another
        try (BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(width, 800))) {
            Page page = context.newPage();
            List<String> hosts = new ArrayList<>();
            List<String> complaints = new ArrayList<>();
            page.onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
            page.onConsoleMessage(message -> {
                // The browser complains of a page that says what was wrong with its address: of that page alone.
                boolean ofThePageItself = message.location().startsWith(product.url() + path + ":");
                if (message.type().equals("error")
                        && !(ofThePageItself && message.text().matches(".*status of (404|422).*"))) {
                    complaints.add(message.text() + " " + message.location());
                }
            });
            page.onPageError(complaints::add);

            Response answer = Objects.requireNonNull(page.navigate(product.url() + path));
            page.evaluate("document.querySelectorAll('#moment').forEach(closed => closed.open = true)");

            assertThat(answer.headerValue("content-security-policy"))
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe-inline")
                    .doesNotContain("unsafe-eval")
                    .doesNotContain("http");
            assertThat(hosts).isNotEmpty().containsOnly(product.url().getAuthority());
            assertThat(complaints).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("nothing wider than %d pixels", width)
                    .isEqualTo(true);
            assertThat(new AxeBuilder(page)
                            .analyze().getViolations().stream()
                                    .map(violation -> violation.getId() + ": " + violation.getNodes())
                                    .toList())
                    .isEmpty();
        }
    }
}
