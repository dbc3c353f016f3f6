package io.shiporskip.edge.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Every exception of every handler, of ours and of Spring's own, ends here and leaves as a refusal. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Refusal refusal;

    ProblemAdvice(Refusal refusal) {
        this.refusal = refusal;
    }

    /**
     * Nothing can be said any more once the answer has begun, or when nobody listens.
     *
     * @throws Exception what was thrown, when the answer has begun: the server then cuts the connection, since an answer
     *     that ended as usual would be taken for a whole one
     */
    @ExceptionHandler(Exception.class)
    @Nullable Object refuse(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (thrown instanceof AsyncRequestNotUsableException) {
            return null;
        }
        if (response.isCommitted()) {
            LOG.warn("An answer broke off at {} {}", request.getMethod(), request.getRequestURI(), thrown);
            throw thrown;
        }
        return refusal.of(Translation.of(thrown), request);
    }
}
