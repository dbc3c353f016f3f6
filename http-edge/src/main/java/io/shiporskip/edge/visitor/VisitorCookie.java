package io.shiporskip.edge.visitor;

import io.shiporskip.edge.secrets.Keyed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.springframework.http.ResponseCookie;

/**
 * The visitor's cookie: the id, a dot, and its HMAC-SHA-256 under the visitor key in base64url. A browser cannot make
 * one up, and a script in a page cannot read it.
 */
final class VisitorCookie {

    static final String NAME = "visitor";

    /** As long as browsers keep a cookie at all (RFC 6265bis, 400 days). */
    static final Duration AGE = Duration.ofDays(400);

    private static final int ID_LENGTH = 32;

    private final SecretKey key;

    VisitorCookie(SecretKey key) {
        this.key = key;
    }

    ResponseCookie write(VisitorId visitor, boolean secure) {
        return ResponseCookie.from(NAME, visitor.value() + "." + signature(visitor.value()))
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(AGE)
                .build();
    }

    /** The visitor of a cookie's value, when we signed it. */
    Optional<VisitorId> read(String value) {
        if (value.length() <= ID_LENGTH || value.charAt(ID_LENGTH) != '.') {
            return Optional.empty();
        }
        String id = value.substring(0, ID_LENGTH);
        byte[] given = value.substring(ID_LENGTH + 1).getBytes(StandardCharsets.UTF_8);
        byte[] right = signature(id).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, given) ? Optional.of(new VisitorId(id)) : Optional.empty();
    }

    private String signature(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Keyed.hash(key, "visitor:" + id));
    }
}
