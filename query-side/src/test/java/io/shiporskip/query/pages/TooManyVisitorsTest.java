package io.shiporskip.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.query.pages.Browser.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = PagesWithFixtures.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"ship-or-skip.new-visitors=1", "ship-or-skip.data=target/pages-test-data"})
class TooManyVisitorsTest {

    @LocalServerPort
    int port;

    @Test
    void whoCannotBecomeAVisitorReadsThePageWithoutAForm() {
        try (Browser first = Browser.at(port);
                Browser second = Browser.at(port)) {
            assertThat(first.open("/tools/lanternfish").html()).contains("method=\"post\"");
            Page page = second.open("/tools/lanternfish");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("Lanternfish", "Ship · 12 ship / 3 skip", "too many new visitors");
            assertThat(page.html()).doesNotContain("method=\"post\"");
            assertThat(first.open("/tools/lanternfish").html()).contains("method=\"post\"");
        }
    }
}
