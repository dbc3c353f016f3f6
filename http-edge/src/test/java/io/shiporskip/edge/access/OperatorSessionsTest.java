package io.shiporskip.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.edge.secrets.Tokens;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.web.MockHttpServletRequest;

class OperatorSessionsTest {

    private static final String OPERATOR = "the-operator-has-this-token";
    private static final String EDITOR = "the-editor-has-another-token";

    @TempDir
    private Path data;

    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private OperatorSessions sessions;

    @BeforeEach
    void start() throws IOException {
        sessions = sessionsWith(OPERATOR);
    }

    @Test
    void whoeverHasTheTokenGetsACookieThatNoScriptReadsAndNoOtherSiteSends() {
        MockHttpServletRequest request = request("192.0.2.1");
        request.setSecure(true);
        ResponseCookie cookie = sessions.logIn(OPERATOR, request);

        assertThat(cookie.toString())
                .contains("; Path=/operations;", "; HttpOnly", "; SameSite=Strict", "; Secure", "Max-Age=28800")
                .doesNotContain(OPERATOR);
        assertThat(sessions.isOpen(with(cookie.getValue()))).isTrue();
        assertThat(sessions.logIn(OPERATOR, request).getValue()).isNotEqualTo(cookie.getValue());
        assertThat(sessions.logOut(request).toString()).contains("operator=;", "Max-Age=0", "Path=/operations");
    }

    @Test
    void aCookieIsWorthNothingWhenItIsOldForgedOrTheTokenWasChanged() throws IOException {
        String cookie = sessions.logIn(OPERATOR, request("192.0.2.1")).getValue();

        String later = cookie.replaceFirst("^[0-9]+", "9999999999");
        assertThat(sessions.isOpen(with(later))).isFalse();
        for (String forged : new String[] {"", ".", "..", "9999999999", "9999999999.ab.", cookie + "x", "x" + cookie}) {
            assertThat(sessions.isOpen(with(forged))).as(forged).isFalse();
        }
        assertThat(sessions.isOpen(new MockHttpServletRequest())).isFalse();
        assertThat(sessionsWith("the-operator-has-a-new-token").isOpen(with(cookie)))
                .isFalse();
        now = now.plus(Duration.ofHours(8));
        assertThat(sessions.isOpen(with(cookie))).isFalse();
        assertThatThrownBy(() -> sessions.require(with(cookie))).isInstanceOf(ProblemException.class);
    }

    @Test
    void anotherTokenIsRefusedAndTriesAreBoundedByAddress() {
        for (int tried = 0; tried < 10; tried++) {
            assertThat(code(tried % 2 == 0 ? EDITOR : "guess", "192.0.2.1")).isEqualTo("wrong-token");
        }
        assertThat(code(OPERATOR, "192.0.2.1")).isEqualTo("too-many-tries");
        assertThat(sessions.logIn(OPERATOR, request("192.0.2.2")).getValue()).isNotEmpty();
    }

    private String code(String token, String address) {
        try {
            return sessions.logIn(token, request(address)).getValue();
        } catch (ProblemException refused) {
            return refused.code();
        }
    }

    private OperatorSessions sessionsWith(String token) throws IOException {
        Path folder = Files.createTempDirectory(data, "site");
        Path file = folder.resolve(Tokens.FILE);
        Files.createFile(
                file,
                java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                        java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "{\"operator\":\"" + token + "\",\"editor\":\"" + EDITOR + "\"}");
        return new OperatorSessions(Tokens.in(folder), "/operations", () -> now);
    }

    private static MockHttpServletRequest with(String cookie) {
        MockHttpServletRequest request = request("192.0.2.1");
        request.setCookies(new Cookie("operator", cookie));
        return request;
    }

    private static MockHttpServletRequest request(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }
}
