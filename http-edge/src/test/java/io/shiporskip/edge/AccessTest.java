package io.shiporskip.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A role is asked for by the handler and proven by a bearer token, before anything else of the request is read. */
@ExtendWith(SharedServer.class)
class AccessTest {

    private static final String TAKE = "{\"score\": 85, \"verdict\": \"ship\", \"take\": \"fine\"}";

    private final Server server;

    AccessTest(Server server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"builder", "skeptic", "futurist", "founder", "pm"})
    void everySeatHasItsOwnToken(String seat) throws Exception {
        var answer = server.json("PUT", "/api/takes/" + seat, TAKE, "Authorization", server.bearer(seat));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("actor").asString()).isEqualTo("seat:" + seat);
    }

    @Test
    void anotherSeatsTokenIsRefused() throws Exception {
        var answer = server.json("PUT", "/api/takes/skeptic", TAKE, "Authorization", server.bearer("builder"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("forbidden");
        assertThat(answer.json().path("detail").asString()).contains("seat:skeptic", "seat:builder");
    }

    @Test
    void aSeatThatIsNoneIsNotFound() throws Exception {
        var answer = server.json("PUT", "/api/takes/jester", TAKE, "Authorization", server.bearer("builder"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("detail").asString()).contains("futurist");
    }

    @Test
    void editorAndOperatorAreNotEachOther() throws Exception {
        assertThat(server.json("POST", "/api/tools", TAKE, "Authorization", server.bearer("editor"))
                        .status())
                .isEqualTo(200);
        assertThat(server.json("POST", "/api/tools", TAKE, "Authorization", server.bearer("operator"))
                        .code())
                .isEqualTo("forbidden");
        assertThat(server.json("POST", "/api/rebuilds", "", "Authorization", server.bearer("operator"))
                        .status())
                .isEqualTo(200);
        assertThat(server.json("POST", "/api/rebuilds", "", "Authorization", server.bearer("editor"))
                        .code())
                .isEqualTo("forbidden");
    }

    @Test
    void withoutATokenItSaysHowToBringOneBeforeItReadsTheBody() throws Exception {
        var answer = server.json("POST", "/api/tools", "not json");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthorized");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "bearer  ", "Bearer ed\u00eftor"})
    void aTokenThatIsNobodysIsRefusedEverywhere(String header) throws Exception {
        var answer = server.get("/api/open", "Authorization", header);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void readingNeedsNothing() throws Exception {
        assertThat(server.get("/api/open").json().path("actor").asString()).isEqualTo("visitor");
        assertThat(server.get("/api/open", "Authorization", server.bearer("editor"))
                        .json()
                        .path("actor")
                        .asString())
                .isEqualTo("editor");
    }

    @Test
    void thereIsNoLoginNoPasswordAndNoSession() throws Exception {
        assertThat(server.get("/login").status()).isEqualTo(404);
        assertThat(server.get("/api/open", "Authorization", "Basic dXNlcjpwYXNz")
                        .json()
                        .path("actor")
                        .asString())
                .isEqualTo("visitor");
        assertThat(server.get("/api/open").header("Set-Cookie")).isEmpty();
    }
}
