package io.shiporskip.edge.problem;

import com.mongodb.MongoException;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** From any exception to the problem that its sender may see. What is no fault of the request's is logged, not told. */
final class Translation {

    private static final Logger LOG = LoggerFactory.getLogger(Translation.class);

    private Translation() {}

    static ProblemException of(Throwable thrown) {
        ProblemException ours = findOurs(thrown);
        if (ours != null) {
            return ours;
        }
        return switch (thrown) {
            case MethodArgumentNotValidException e -> Problems.invalid(Violations.of(e.getBindingResult()));
            case BindException e -> Problems.invalid(Violations.of(e.getBindingResult()));
            case HandlerMethodValidationException e when !e.isForReturnValue() -> Problems.invalid(Violations.of(e));
            case ConstraintViolationException e -> Problems.invalid(Violations.of(e));
            case HttpMessageNotReadableException e -> UnreadableBody.problem(e);
            case MethodArgumentTypeMismatchException e -> mismatch(e.getName(), e);
            case TypeMismatchException e -> mismatch(e.getPropertyName(), e);
            case InvalidParameterException e -> of(HttpStatusCode.valueOf(e.getErrorCode()));
            case AccessDeniedException _ -> Problems.forbidden("This is not for you");
            case ErrorResponse e when e.getStatusCode().is4xxClientError() -> clientError(e);
            default -> isDatabaseAway(thrown) ? databaseAway(thrown) : internal(thrown);
        };
    }

    /** By its status alone: for what the server refused before or outside Spring MVC. */
    static ProblemException of(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        return generic(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, null);
    }

    /** Ours may come wrapped, as when reading a body that is too large. */
    private static @Nullable ProblemException findOurs(Throwable thrown) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < 10; depth++, at = at.getCause()) {
            if (at instanceof ProblemException problem) {
                return problem;
            }
        }
        return null;
    }

    private static ProblemException mismatch(@Nullable String name, TypeMismatchException e) {
        Class<?> type = e.getRequiredType();
        return Problems.invalid(name == null ? "request" : name, Expected.phrase(type));
    }

    private static ProblemException clientError(ErrorResponse e) {
        HttpStatus status = HttpStatus.resolve(e.getStatusCode().value());
        ProblemException problem = generic(
                status == null ? HttpStatus.BAD_REQUEST : status, e.getBody().getDetail());
        e.getHeaders().forEach((name, values) -> problem.headers().put(name, values));
        return problem;
    }

    /** What was sent to the log has problems of its own; this is a read that failed, or a write that never left. */
    private static boolean isDatabaseAway(Throwable thrown) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < 10; depth++, at = at.getCause()) {
            if (at instanceof MongoException) {
                return true;
            }
        }
        return false;
    }

    private static ProblemException databaseAway(Throwable thrown) {
        LOG.warn("The database does not answer: {}", thrown.getMessage());
        return Problems.databaseAway(Duration.ofSeconds(1));
    }

    private static ProblemException internal(Throwable thrown) {
        LOG.error("A request failed by a fault of ours", thrown);
        return generic(HttpStatus.INTERNAL_SERVER_ERROR, null);
    }

    private static ProblemException generic(HttpStatus status, @Nullable String detail) {
        return switch (status) {
            case BAD_REQUEST -> Problems.malformed(detail == null ? "The request could not be understood" : detail);
            case NOT_FOUND -> Problems.notFound("There is nothing at this address");
            case CONTENT_TOO_LARGE ->
                problem(status, "too-large", detail == null ? "The request is too large" : detail);
            case INTERNAL_SERVER_ERROR ->
                problem(status, "internal", "Something went wrong here, not with your request; it has been logged");
            default -> problem(status, code(status), detail == null ? status.getReasonPhrase() : detail);
        };
    }

    private static ProblemException problem(HttpStatus status, String code, String detail) {
        return new ProblemException(status, code, status.getReasonPhrase(), detail, List.of());
    }

    private static String code(HttpStatus status) {
        return status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }
}
