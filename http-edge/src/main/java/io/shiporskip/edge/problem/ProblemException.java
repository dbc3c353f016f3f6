package io.shiporskip.edge.problem;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request refused, with all that its sender is told (RFC 9457). See {@link Problems} for those the product knows. */
public final class ProblemException extends RuntimeException {

    private static final String TYPE = "urn:ship-or-skip:problem:";

    private final HttpStatus status;
    private final String code;
    private final String title;
    private final String detail;
    private final transient List<FieldProblem> errors;
    private final transient HttpHeaders headers = new HttpHeaders();

    /**
     * @param code the last word of the problem's type, stable for programs, such as {@code unknown-tool}
     * @param title what kind of problem it is, the same each time
     * @param detail what is wrong this time and, where it helps, what to do
     * @param errors the parts of the request that are at fault, when some are
     */
    public ProblemException(HttpStatus status, String code, String title, String detail, List<FieldProblem> errors) {
        super(code + ": " + detail);
        this.status = status;
        this.code = code;
        this.title = title;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    /** The same with one more header in its answer. */
    public ProblemException with(String header, String value) {
        headers.set(header, value);
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public List<FieldProblem> errors() {
        return errors;
    }

    public HttpHeaders headers() {
        return headers;
    }

    /** The problem document. */
    ProblemDetail document() {
        ProblemDetail document = ProblemDetail.forStatusAndDetail(status, detail);
        document.setType(URI.create(TYPE + code));
        document.setTitle(title);
        if (!errors.isEmpty()) {
            document.setProperty("errors", errors);
        }
        return document;
    }
}
