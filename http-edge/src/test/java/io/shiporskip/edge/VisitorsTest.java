package io.shiporskip.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A visitor is who the signed cookie says, another voter on every tool, and not to be had without end. */
@ExtendWith(SharedServer.class)
class VisitorsTest {

    private final Server server;

    VisitorsTest(Server server) {
        this.server = server;
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        String cookie = server.get("/api/me").header("Set-Cookie");
        assertThat(cookie).startsWith("visitor=").contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=34560000");
        assertThat(cookie).doesNotContain("Secure", "Domain");
    }

    @Test
    void staysTheSameVisitorAndIsAnotherVoterOnEachTool() throws Exception {
        String cookie = newCookie();
        var once = server.get("/api/me", "Cookie", cookie);
        var again = server.json("PUT", "/api/me", "{}", "Cookie", cookie);
        assertThat(once.header("Set-Cookie")).isEmpty();
        assertThat(again.json()).isEqualTo(once.json());
        assertThat(once.json().path("onA").asString())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(once.json().path("onB").asString())
                .isNotEqualTo(once.json().path("visitor").asString());
    }

    @Test
    void noTwoVisitorsAreTheSame() throws Exception {
        assertThat(newCookie()).isNotEqualTo(newCookie());
    }

    @Test
    void writingWithoutACookieIsRefused() throws Exception {
        var answer = server.json("PUT", "/api/me", "{}");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("no-visitor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "visitor=",
                "visitor=nonsense",
                "visitor=0123456789abcdef0123456789abcdef",
                "visitor=0123456789abcdef0123456789abcdef.",
                "visitor=0123456789abcdef0123456789abcdef.AAAA",
                "visitor=0123456789ABCDEF0123456789ABCDEF.AAAA",
                "visitor=../../0123456789abcdef0123456789.AAAA"
            })
    void aForgedCookieIsRefusedForWritingAndReplacedForReading(String forged) throws Exception {
        assertThat(server.json("PUT", "/api/me", "{}", "Cookie", forged).code()).isEqualTo("forged-visitor");
        assertThat(server.get("/api/me", "Cookie", forged).header("Set-Cookie")).isNotEmpty();
    }

    @Test
    void everyCharacterOfTheCookieCounts() throws Exception {
        String cookie = newCookie();
        for (int i = "visitor=".length(); i < cookie.length() - 1; i++) {
            char other = cookie.charAt(i) == '0' ? '1' : '0';
            String altered = cookie.substring(0, i) + other + cookie.substring(i + 1);
            assertThat(server.json("PUT", "/api/me", "{}", "Cookie", altered).code())
                    .as("character %d", i)
                    .isEqualTo("forged-visitor");
        }
    }

    @Test
    void anotherSitesCookieIsForgedHere(@TempDir Path data) throws Exception {
        try (Server other = new Server(data)) {
            String cookie = other.get("/api/me").header("Set-Cookie").split(";", 2)[0];
            assertThat(server.json("PUT", "/api/me", "{}", "Cookie", cookie).code())
                    .isEqualTo("forged-visitor");
        }
    }

    @Test
    void afterSoManyAnAddressGetsNoMoreButKeepsWhatItHas(@TempDir Path data) throws Exception {
        try (Server strict = new Server(data, "ship-or-skip.new-visitors=2")) {
            String cookie = strict.get("/api/me").header("Set-Cookie").split(";", 2)[0];
            assertThat(strict.get("/api/me").status()).isEqualTo(200);
            var refused = strict.get("/api/me");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("too-many-visitors");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 1800);
            assertThat(refused.header("Set-Cookie")).isEmpty();
            assertThat(strict.get("/api/me", "Cookie", cookie).status()).isEqualTo(200);
        }
    }

    @Test
    void behindATrustedProxyTheCookieIsSecureAndAddressesAreTheProxysWord(@TempDir Path data) throws Exception {
        try (Server proxied =
                new Server(data, "server.forward-headers-strategy=native", "ship-or-skip.new-visitors=1")) {
            var first = proxied.get("/api/me", "X-Forwarded-Proto", "https", "X-Forwarded-For", "198.51.100.7");
            assertThat(first.header("Set-Cookie")).contains("Secure");
            assertThat(proxied.get("/api/me", "X-Forwarded-For", "198.51.100.7").status())
                    .isEqualTo(429);
            assertThat(proxied.get("/api/me", "X-Forwarded-For", "198.51.100.8").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void withoutAProxyForwardedHeadersAreNobodysWord() throws Exception {
        var answer = server.get("/api/me", "X-Forwarded-Proto", "https");
        assertThat(answer.header("Set-Cookie")).doesNotContain("Secure");
    }

    private String newCookie() throws Exception {
        return server.get("/api/me").header("Set-Cookie").split(";", 2)[0];
    }
}
