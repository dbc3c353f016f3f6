package io.shiporskip.edge.origin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Whether a write may come from where it came: from a page of this site ({@code Sec-Fetch-Site: same-origin}, or from an
 * older browser a matching {@code Origin}), or from no browser at all: neither header, and nothing that a foreign page's
 * form could send. A bearer token proves it too, since no browser adds one by itself.
 *
 * @param publicOrigin the origin that browsers see; null when a request's {@code Host} says it
 */
record OriginRule(@Nullable String publicOrigin) {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    boolean allows(HttpServletRequest request) {
        if (READING.contains(request.getMethod()) || carriesBearer(request)) {
            return true;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null ? !couldBeForm(request) : matches(origin, request);
    }

    private boolean matches(String origin, HttpServletRequest request) {
        if (publicOrigin != null) {
            return publicOrigin.equalsIgnoreCase(origin);
        }
        String host = request.getHeader(HttpHeaders.HOST);
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /** A form can only POST, and only forms, multipart and plain text; a script's JSON is asked for permission first. */
    private static boolean couldBeForm(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json"));
    }

    private static boolean carriesBearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.toLowerCase(Locale.ROOT).startsWith("bearer ");
    }
}
