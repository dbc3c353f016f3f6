package io.shiporskip.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal is a problem document that says what was wrong and where, and shows nothing of the program. */
@ExtendWith(SharedServer.class)
class ProblemsTest {

    private final Server server;
    private final String editor;

    ProblemsTest(Server server) {
        this.server = server;
        this.editor = server.bearer("editor");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"score\": 101, \"verdict\": \"ship\", \"take\": \"fine\"}       | 422 | invalid   | score",
                "{\"score\": \"many\", \"verdict\": \"ship\", \"take\": \"fine\"}  | 422 | invalid   | score",
                "{\"score\": 85.5, \"verdict\": \"ship\", \"take\": \"fine\"}      | 422 | invalid   | score",
                "{\"score\": 1, \"verdict\": \"maybe\", \"take\": \"fine\"}        | 422 | invalid   | verdict",
                "{\"score\": 1, \"verdict\": \"ship\", \"take\": \" \"}            | 422 | invalid   | take",
                "{\"score\": 1, \"verdict\": \"ship\", \"take\": {\"a\": 1}}       | 422 | invalid   | take",
                "{}                                                                | 422 | invalid   | score,take,verdict",
                "{\"score\": 1,                                                    | 400 | malformed | body",
                "not json                                                          | 400 | malformed | body",
                "[]                                                                | 400 | malformed | body",
                "``                                                                | 400 | malformed | body"
            })
    void namesWhatIsWrongWithABody(String body, int status, String code, String fields) throws Exception {
        var answer = server.json("POST", "/api/tools", body, "Authorization", editor);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(String.join(",", answer.fields())).isEqualTo(fields);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        assertThat(answer.response().body()).doesNotContain("io.shiporskip", "jackson", "Exception");
    }

    @Test
    void saysWhereJsonBreaks() throws Exception {
        var answer = server.json("POST", "/api/tools", "{\n  \"score\": 1,\n  oops}", "Authorization", editor);
        assertThat(answer.json().path("detail").asString()).contains("line 3");
    }

    @Test
    void saysWhichChoicesThereAre() throws Exception {
        var answer = server.json("POST", "/api/tools", "{\"verdict\": \"maybe\"}", "Authorization", editor);
        assertThat(answer.json().path("errors").path(0).path("message").asString())
                .contains("ship, skip");
    }

    @Test
    void passesOnWhatAValueTypeSays() throws Exception {
        var answer = server.json("PUT", "/api/me", "{\"tool\": \"Not A Slug\"}");
        assertThat(answer.code()).isEqualTo("invalid");
        assertThat(answer.fields()).containsExactly("tool");
        assertThat(answer.json().path("detail").asString()).contains("lower-case");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/nothing,            404, not-found",
        "/api/numbers?limit=0,    422, invalid",
        "/api/numbers?limit=some, 422, invalid",
        "/api/numbers,            400, malformed",
        "/api/broken,             500, internal",
        "/api/a//b,               400, malformed",
        "/page,                   404, unknown-tool"
    })
    void answersEveryBadAddressWithAProblem(String path, int status, String code) throws Exception {
        var answer = server.get(path, "Accept", "*/*");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.response().body()).doesNotContain("swordfish");
    }

    @Test
    void cutsTheConnectionOfAnAnswerThatBreaksOff() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("GET /api/breaks-off HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .contains("200", "1\r\n")
                    .doesNotEndWith("0\r\n\r\n")
                    .doesNotContain("swordfish", "500");
        }
    }

    @Test
    void answersProblemsWhateverIsAccepted() throws Exception {
        assertThat(server.get("/api/nothing", "Accept", "text/html").code()).isEqualTo("not-found");
        assertThat(server.get("/api/csv", "Accept", "application/json").status())
                .isEqualTo(406);
        assertThat(server.get("/api/csv", "Accept", "application/json").code()).isEqualTo("not-acceptable");
    }

    @Test
    void refusesOtherMethodsAndTypes() throws Exception {
        var method = server.json("PATCH", "/api/open", "{}");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).contains("GET");
        assertThat(method.code()).isEqualTo("method-not-allowed");
        var type = server.form("/api/tools", "score=1", "Authorization", editor);
        assertThat(type.status()).isEqualTo(415);
        assertThat(type.code()).isEqualTo("unsupported-media-type");
    }

    @Test
    void answersARequestThatIsNoneWithAProblem() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("GET /api/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String answer = reader.lines().collect(Collectors.joining("\n"));
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "urn:ship-or-skip:problem:malformed")
                    .doesNotContain("Tomcat");
        }
    }
}
