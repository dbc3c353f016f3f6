package io.shiporskip.edge.problem;

import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The problems that the product knows by name: one place for their codes, statuses and words. */
public final class Problems {

    private Problems() {}

    public static ProblemException unknownTool(String slug) {
        return naming(
                "slug", HttpStatus.NOT_FOUND, "unknown-tool", "Unknown tool", "No tool is listed as '" + slug + "'");
    }

    public static ProblemException withdrawnTool(String slug) {
        return naming(
                "slug",
                HttpStatus.CONFLICT,
                "withdrawn-tool",
                "Withdrawn tool",
                "The tool '" + slug + "' is withdrawn");
    }

    public static ProblemException notFound(String detail) {
        return problem(HttpStatus.NOT_FOUND, "not-found", "Not found", detail);
    }

    /** Understood, but some fields are not as they must be. */
    public static ProblemException invalid(List<FieldProblem> errors) {
        String detail = errors.isEmpty()
                ? "The request is not as it must be"
                : errors.getFirst().field() + " " + errors.getFirst().message();
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Invalid request", detail, errors);
    }

    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new FieldProblem(field, message)));
    }

    /** Not understood at all. */
    public static ProblemException malformed(String detail) {
        return problem(HttpStatus.BAD_REQUEST, "malformed", "Malformed request", detail);
    }

    /** A body that cannot be read, as far as it was. */
    public static ProblemException malformedBody(String detail) {
        return naming("body", HttpStatus.BAD_REQUEST, "malformed", "Malformed request", detail);
    }

    public static ProblemException badCursor() {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "bad-cursor",
                "Bad cursor",
                "The cursor is not one that this site gave out; start again without it",
                List.of(new FieldProblem("cursor", "is not one that this site gave out")));
    }

    public static ProblemException tooLarge(long most) {
        return naming(
                "body",
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "Too large",
                "A request's body is at most " + most + " bytes");
    }

    public static ProblemException noVisitor() {
        return naming(
                "Cookie",
                HttpStatus.UNAUTHORIZED,
                "no-visitor",
                "No visitor",
                "This takes the visitor's cookie; open a page of this site first, or GET your vote");
    }

    public static ProblemException forgedVisitor() {
        return naming(
                "Cookie",
                HttpStatus.UNAUTHORIZED,
                "forged-visitor",
                "Forged visitor",
                "The visitor's cookie was not signed by this site; open a page of this site for a new one");
    }

    public static ProblemException crossSite() {
        return problem(
                HttpStatus.FORBIDDEN, "cross-site", "Cross-site request", "Another site may not write in your name");
    }

    public static ProblemException unauthorized(String detail) {
        return naming("Authorization", HttpStatus.UNAUTHORIZED, "unauthorized", "Unauthorized", detail)
                .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    public static ProblemException unknownToken() {
        return naming(
                        "Authorization",
                        HttpStatus.UNAUTHORIZED,
                        "unauthorized",
                        "Unauthorized",
                        "The bearer token is nobody's")
                .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }

    /** A token that was typed into a form, and is not the one. */
    public static ProblemException wrongToken() {
        return naming("token", HttpStatus.FORBIDDEN, "wrong-token", "Wrong token", "This is not the operator's token");
    }

    /** Too many tokens tried from one address. */
    public static ProblemException tooManyTries(Duration retryAfter) {
        return problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-tries",
                        "Too many tries",
                        "Too many tokens were tried from your network address; come back later")
                .with(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
    }

    public static ProblemException forbidden(String detail) {
        return naming("Authorization", HttpStatus.FORBIDDEN, "forbidden", "Forbidden", detail);
    }

    /** An {@code If-Match} that names another state than the present one. */
    public static ProblemException stale(String detail) {
        return naming("If-Match", HttpStatus.PRECONDITION_FAILED, "stale", "Stale", detail);
    }

    public static ProblemException conflict(String detail) {
        return problem(HttpStatus.CONFLICT, "conflict", "Conflict", detail);
    }

    /** A read at a position that the log has not reached. */
    public static ProblemException futurePosition(String field, long asked, long head) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "future-position",
                "Future position",
                "Position " + asked + " is beyond the log's head at " + head,
                List.of(new FieldProblem(field, "must be at most " + head)));
    }

    /** A read model has not folded far enough yet. */
    public static ProblemException notYet(Duration retryAfter) {
        return later("not-yet", "Not yet", "The read model has not come that far; ask again shortly", retryAfter);
    }

    /** Too many moments of the past are asked for at once. */
    public static ProblemException pastBusy(Duration retryAfter) {
        return later(
                "past-busy",
                "Past busy",
                "Too many moments of the past are being worked out just now; ask again shortly",
                retryAfter);
    }

    /** A moment of the past lies far from any checkpoint, and those near it are still being made. */
    public static ProblemException pastNotYet(Duration retryAfter) {
        return later(
                "past-not-yet",
                "Past not yet",
                "The checkpoints near that moment are still being made; ask again later",
                retryAfter);
    }

    /** An event that cannot be folded lies before the moment asked about. */
    public static ProblemException pastUnfoldable(long position, Duration retryAfter) {
        return later(
                "past-unfoldable",
                "Past unfoldable",
                "This program cannot fold the event at " + position + "; moments before it can be read",
                retryAfter);
    }

    /** The database did not answer a read: nothing was written. */
    public static ProblemException databaseAway(Duration retryAfter) {
        return later(
                "database-away",
                "Database away",
                "The database does not answer just now; nothing was written, ask again shortly",
                retryAfter);
    }

    /** Turned away before anything was sent to the log: nothing was written. */
    public static ProblemException busy(Duration retryAfter) {
        return later(
                "busy", "Busy", "The log takes no more just now; nothing was written, ask again shortly", retryAfter);
    }

    /** Others are being served with something dear, of which there are few at once. */
    public static ProblemException busyWith(String detail, Duration retryAfter) {
        return later("busy", "Busy", detail, retryAfter);
    }

    /** What is asked for needs a read model that leaves no event out. */
    public static ProblemException incomplete(String detail, Duration retryAfter) {
        return later("incomplete", "Incomplete", detail, retryAfter);
    }

    /** Sent to the log, and not answered in time: it may stand there or not. */
    public static ProblemException unknownOutcome() {
        return problem(
                HttpStatus.GATEWAY_TIMEOUT,
                "unknown-outcome",
                "Unknown outcome",
                "The log did not answer in time; look whether it was written before you send it again");
    }

    public static ProblemException tooManyVisitors(int perHour, Duration retryAfter) {
        return problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-visitors",
                        "Too many visitors",
                        "Your network address has become " + perHour + " new visitors within an hour; come back later")
                .with(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
    }

    private static ProblemException later(String code, String title, String detail, Duration retryAfter) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, code, title, detail)
                .with(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
    }

    private static ProblemException problem(HttpStatus status, String code, String title, String detail) {
        return new ProblemException(status, code, title, detail, List.of());
    }

    /** Whole seconds, rounded up, at least one. */
    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.plusNanos(999_999_999).toSeconds()));
    }

    /** A problem with one place in the request, such as a header, that says what is wrong in the detail's words. */
    private static ProblemException naming(String field, HttpStatus status, String code, String title, String detail) {
        return new ProblemException(status, code, title, detail, List.of(new FieldProblem(field, detail)));
    }
}
