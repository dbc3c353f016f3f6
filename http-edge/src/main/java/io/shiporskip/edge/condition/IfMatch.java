package io.shiporskip.edge.condition;

import io.shiporskip.edge.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The precondition of a write: that what it changes is still as its author saw it. Without the header everything goes.
 *
 * @param header the header {@code If-Match} as it was sent, or null
 */
public record IfMatch(@Nullable String header) {

    public static IfMatch of(HttpServletRequest request) {
        var values = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
        return new IfMatch(values.isEmpty() ? null : String.join(",", values));
    }

    /** Whether a write may go ahead on what was last changed at a position. A weak tag never matches (RFC 9110, 13.1.1). */
    public boolean allows(long position) {
        return header == null || Etags.names(header, position);
    }

    /** @throws io.shiporskip.edge.problem.ProblemException 412 when the precondition does not hold */
    public void check(long position) {
        if (!allows(position)) {
            throw Problems.stale("It has changed since; its last change is at position " + position);
        }
    }
}
