package io.shiporskip.edge.form;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The page that a posted form came from: its field {@value #FIELD}, else the {@code Referer}, else the home page. Always
 * a path on this site, so that no form can send a visitor elsewhere.
 *
 * @param path path and query, such as {@code /tools/smolvlm2-turbo?by=panel#votes}
 */
public record Back(URI path) {

    /** The hidden field of a form that says where to go back to. */
    public static final String FIELD = "back";

    private static final int LONGEST = 2_000;
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");
    private static final URI HOME = URI.create("/");

    public static Back of(HttpServletRequest request) {
        URI field = local(field(request));
        if (field != null) {
            return new Back(field);
        }
        URI referer = sameSite(request.getHeader(HttpHeaders.REFERER), request.getHeader(HttpHeaders.HOST));
        return new Back(referer == null ? HOME : referer);
    }

    /**
     * The page with a query parameter set, instead of any that it had, and without a problem told before.
     *
     * @param value one whose text is letters, digits and hyphens
     */
    public URI with(String parameter, Object value) {
        return UriComponentsBuilder.fromUri(path)
                .replaceQueryParam("problem")
                .replaceQueryParam(parameter, value)
                .build(true)
                .toUri();
    }

    /** A form too large to be read has no fields. */
    private static @Nullable String field(HttpServletRequest request) {
        try {
            return request.getParameter(FIELD);
        } catch (IllegalStateException unreadable) {
            return null;
        }
    }

    private static @Nullable URI local(@Nullable String text) {
        if (text == null || text.length() > LONGEST || !LOCAL.matcher(text).matches()) {
            return null;
        }
        try {
            // Stricter than URI itself, and what it does not take must not fail after the vote was written.
            return UriComponentsBuilder.fromUri(new URI(text)).build(true).toUri();
        } catch (URISyntaxException | IllegalArgumentException notOne) {
            return null;
        }
    }

    private static @Nullable URI sameSite(@Nullable String referer, @Nullable String host) {
        if (referer == null || host == null) {
            return null;
        }
        try {
            URI uri = new URI(referer);
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return host.equalsIgnoreCase(uri.getRawAuthority()) ? local(uri.getRawPath() + query) : null;
        } catch (URISyntaxException notOne) {
            return null;
        }
    }
}
