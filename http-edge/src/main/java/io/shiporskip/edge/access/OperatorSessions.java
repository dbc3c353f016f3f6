package io.shiporskip.edge.access;

import io.shiporskip.edge.limit.PerAddress;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.edge.secrets.Tokens;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/**
 * A browser that has shown the operator's token once. Its cookie is an end ({@code seconds since 1970}), a random number
 * and their HMAC under the token, each after a dot: nothing is kept here, any node knows it again, and it dies with its end
 * or with the token. It is sent to the operator's pages alone.
 */
public final class OperatorSessions {

    static final String NAME = "operator";

    private static final int TRIES = 10;
    private static final Duration TRIES_WITHIN = Duration.ofMinutes(15);
    private static final Duration AGE = Duration.ofHours(8);

    private final Tokens tokens;
    private final String path;
    private final InstantSource clock;
    private final PerAddress tries = new PerAddress(TRIES, TRIES_WITHIN);
    private final SecureRandom random = new SecureRandom();

    /** @param path of the operator's pages, such as {@code /operations} */
    public OperatorSessions(Tokens tokens, String path, InstantSource clock) {
        this.tokens = tokens;
        this.path = path;
        this.clock = clock;
    }

    /**
     * The cookie for whoever has the token.
     *
     * @throws io.shiporskip.edge.problem.ProblemException 403 when it is not the operator's, 429 when an address has tried
     *     more than {@value #TRIES} in a quarter of an hour
     */
    public ResponseCookie logIn(String token, HttpServletRequest request) {
        tries.tooMany(request).ifPresent(wait -> {
            throw Problems.tooManyTries(wait);
        });
        if (tokens.actor(token.strip()).filter(Actor.OPERATOR::equals).isEmpty()) {
            throw Problems.wrongToken();
        }
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        String claim = clock.instant().plus(AGE).getEpochSecond() + "."
                + HexFormat.of().formatHex(nonce);
        return cookie(claim + "." + signature(claim), AGE, request);
    }

    /** What makes a browser forget that it was logged in. */
    public ResponseCookie logOut(HttpServletRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    /** Whether the request comes from a browser that is logged in. */
    public boolean isOpen(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .anyMatch(this::isGood);
    }

    /** @throws io.shiporskip.edge.problem.ProblemException 401 when {@link #isOpen} says no */
    public void require(HttpServletRequest request) {
        if (!isOpen(request)) {
            throw Problems.unauthorized("You are not logged in as the operator, or no longer");
        }
    }

    private boolean isGood(String value) {
        int dot = value.lastIndexOf('.');
        if (dot < 0) {
            return false;
        }
        String claim = value.substring(0, dot);
        byte[] given = value.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        String right = signature(claim);
        return !right.isEmpty()
                && MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), given)
                && Instant.ofEpochSecond(Long.parseLong(claim, 0, claim.indexOf('.'), 10))
                        .isAfter(clock.instant());
    }

    private String signature(String claim) {
        return tokens.sign(Actor.OPERATOR, "operator-session:" + claim)
                .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
                .orElse("");
    }

    private ResponseCookie cookie(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path(path)
                .maxAge(age)
                .build();
    }
}
