package io.shiporskip.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody sends more than 64 KiB, whether they say so beforehand or not. */
@ExtendWith(SharedServer.class)
class BoundsTest {

    private static final int MOST = 64 * 1024;

    private final Server server;

    BoundsTest(Server server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(ints = {MOST + 1, 2_000_000})
    void aLargeBodyIsRefused(int bytes) throws Exception {
        var said = server.json("POST", "/api/tools", body(bytes), "Authorization", server.bearer("editor"));
        assertThat(said.status()).isEqualTo(413);
        assertThat(said.code()).isEqualTo("too-large");
        assertThat(chunked(bytes).code()).isEqualTo("too-large");
    }

    @Test
    void aBodyJustWithinTheBoundIsRead() throws Exception {
        var said = server.json("POST", "/api/tools", body(MOST), "Authorization", server.bearer("editor"));
        assertThat(said.status()).isEqualTo(200);
        assertThat(chunked(MOST).status()).isEqualTo(200);
    }

    @Test
    void aLargeFormGoesBackWithAProblemAndCountsForNothing() throws Exception {
        String form = "choice=ship&filler=" + "x".repeat(MOST);
        var said = server.form("/tools/a/vote", form, "Sec-Fetch-Site", "same-origin");
        assertThat(said.header("Location")).isEqualTo("/?problem=too-large");
        var chunked = server.chunked(
                "POST",
                "/tools/a/vote",
                new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Sec-Fetch-Site",
                "same-origin");
        assertThat(chunked.header("Location")).isEqualTo("/?problem=too-large");
    }

    private Server.Answer chunked(int bytes) throws Exception {
        return server.chunked(
                "POST",
                "/api/tools",
                new ByteArrayInputStream(body(bytes).getBytes(StandardCharsets.UTF_8)),
                "Content-Type",
                "application/json",
                "Authorization",
                server.bearer("editor"));
    }

    private static String body(int bytes) {
        String around = "{\"score\": 1, \"verdict\": \"ship\", \"take\": \"\"}";
        return around.replace("\"\"}", "\"" + "x".repeat(bytes - around.length()) + "\"}");
    }
}
