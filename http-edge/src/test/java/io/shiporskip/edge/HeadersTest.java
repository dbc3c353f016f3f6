package io.shiporskip.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer, good or bad, carries the same strict headers. */
@ExtendWith(SharedServer.class)
class HeadersTest {

    private final Server server;

    HeadersTest(Server server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/open", "/api/nothing", "/api/broken", "/page", "/api/a//b"})
    void areOnEveryAnswer(String path) throws Exception {
        var answer = server.get(path);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void cachesKeepNothingOfAVisitorForAnother() throws Exception {
        assertThat(server.get("/api/me").header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(server.get("/api/nothing").header("Cache-Control")).isEqualTo("no-store");
    }
}
