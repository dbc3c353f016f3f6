package io.shiporskip.edge.headers;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** The headers of every answer: nothing from another host, nothing inline, no frame around us, no guessing of types. */
@Configuration(proxyBeanMethods = false)
class SecurityHeaders {

    /** What a page may load and where its forms may go. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private static final String PERMISSIONS =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    /** For an answer that does not say itself: keep it for this visitor only, and ask again before showing it. */
    private static final String UNLESS_SAID = "private, no-cache";

    private static final long YEAR_SECONDS = 31_536_000;

    /** Outermost of all filters, so that nothing leaves without them, whoever refused it. */
    @Bean
    FilterRegistrationBean<HeaderWriterFilter> securityHeadersFilter() {
        FilterRegistrationBean<HeaderWriterFilter> registration =
                new FilterRegistrationBean<>(new HeaderWriterFilter(writers()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static List<HeaderWriter> writers() {
        return List.of(
                new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY),
                new HstsHeaderWriter(YEAR_SECONDS, false),
                header("X-Content-Type-Options", "nosniff"),
                header("X-Frame-Options", "DENY"),
                header("Referrer-Policy", "same-origin"),
                header("Permissions-Policy", PERMISSIONS),
                header("Cross-Origin-Opener-Policy", "same-origin"),
                header("Cross-Origin-Resource-Policy", "same-origin"),
                header(HttpHeaders.CACHE_CONTROL, UNLESS_SAID));
    }

    /** Unless the answer has the header already. */
    private static HeaderWriter header(String name, String value) {
        return new StaticHeadersWriter(name, value);
    }
}
