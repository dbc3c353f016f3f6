package io.shiporskip.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another site may not write in a visitor's name, whatever it makes their browser send. */
@ExtendWith(SharedServer.class)
class OriginTest {

    private final Server server;

    OriginTest(Server server) {
        this.server = server;
    }

    /** {@code OWN} stands for the server's own origin; an empty cell for a header that is not sent. */
    @ParameterizedTest
    @CsvSource({
        "same-origin, OWN,                   200",
        "same-origin, ,                      200",
        ",            OWN,                   200",
        ",            ,                      200",
        "cross-site,  https://evil.example,  403",
        "cross-site,  OWN,                   403",
        "same-site,   ,                      403",
        "none,        ,                      403",
        ",            https://evil.example,  403",
        ",            null,                  403",
        ",            not an origin,         403"
    })
    void jsonFrom(@Nullable String site, @Nullable String origin, int status) throws Exception {
        var answer = server.json("PUT", "/api/me", "{}", headers(site, origin, "Cookie", visitor()));
        assertThat(answer.status()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.code()).isEqualTo("cross-site");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin, OWN,                  atLeast=7",
        ",            OWN,                  atLeast=7",
        "cross-site,  https://evil.example, problem=cross-site",
        ",            https://evil.example, problem=cross-site",
        ",            ,                     problem=cross-site"
    })
    void formFrom(@Nullable String site, @Nullable String origin, String query) throws Exception {
        var answer =
                server.form("/tools/a/vote", "choice=ship&back=/tools/a", headers(site, origin, "Cookie", visitor()));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/tools/a?" + query);
    }

    @Test
    void plainTextIsNoWayAround() throws Exception {
        var answer = server.chunked("POST", "/api/tools", InputStream.nullInputStream(), "Content-Type", "text/plain");
        assertThat(answer.code()).isEqualTo("cross-site");
    }

    @Test
    void aTokenProvesItByItself() throws Exception {
        var answer = server.json(
                "POST", "/api/rebuilds", "", headers("cross-site", null, "Authorization", server.bearer("operator")));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void behindAProxyOnlyThePublicOriginCounts(@TempDir Path data) throws Exception {
        try (Server proxied = new Server(data, "ship-or-skip.public-origin=https://votes.example.org")) {
            String cookie = proxied.get("/api/me").header("Set-Cookie").split(";", 2)[0];
            var right = proxied.json("PUT", "/api/me", "{}", "Origin", "https://votes.example.org", "Cookie", cookie);
            assertThat(right.status()).isEqualTo(200);
            var plain = proxied.json("PUT", "/api/me", "{}", "Origin", "http://votes.example.org", "Cookie", cookie);
            assertThat(plain.code()).isEqualTo("cross-site");
        }
    }

    private String visitor() throws Exception {
        return server.get("/api/me").header("Set-Cookie").split(";", 2)[0];
    }

    private String[] headers(@Nullable String site, @Nullable String origin, String... more) {
        List<String> headers = new ArrayList<>(List.of(more));
        if (site != null) {
            headers.addAll(List.of("Sec-Fetch-Site", site));
        }
        if (origin != null) {
            headers.addAll(List.of("Origin", origin.replace("OWN", "http://127.0.0.1:" + server.port())));
        }
        return headers.toArray(String[]::new);
    }
}
