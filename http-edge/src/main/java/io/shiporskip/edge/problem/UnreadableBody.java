package io.shiporskip.edge.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/** A JSON body that cannot be read: where it breaks, or which field is of the wrong kind. Shows nothing of our classes. */
final class UnreadableBody {

    private UnreadableBody() {}

    static ProblemException problem(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case MismatchedInputException mismatch
            when !mismatch.getPath().isEmpty() ->
                Problems.invalid(field(mismatch.getPath()), Expected.phrase(mismatch.getTargetType()));
            case DatabindException refused
            when !refused.getPath().isEmpty() -> Problems.invalid(field(refused.getPath()), reason(refused));
            case MismatchedInputException _ ->
                Problems.malformedBody("The body is no JSON object of the kind asked for");
            case JacksonException broken -> Problems.malformedBody("The body is no JSON" + where(broken.getLocation()));
            case null, default -> Problems.malformedBody("The body is missing or cannot be read");
        };
    }

    private static String field(List<JacksonException.Reference> path) {
        return path.stream()
                .map(each ->
                        each.getPropertyName() == null ? "[" + each.getIndex() + "]" : "." + each.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** What a value type said when it refused the value, such as a slug that is none. */
    private static String reason(DatabindException refused) {
        return refused.getCause() instanceof IllegalArgumentException own && own.getMessage() != null
                ? "is refused: " + own.getMessage()
                : "is not as it must be";
    }

    private static String where(TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1 ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
