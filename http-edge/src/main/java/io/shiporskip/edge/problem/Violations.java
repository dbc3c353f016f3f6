package io.shiporskip.edge.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Bean Validation's findings, in the order of their fields' names so that an answer is the same each time. */
final class Violations {

    private static final Comparator<FieldProblem> BY_FIELD =
            Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::message);

    private Violations() {}

    static List<FieldProblem> of(BindingResult result) {
        return result.getAllErrors().stream()
                .map(Violations::of)
                .sorted(BY_FIELD)
                .toList();
    }

    static List<FieldProblem> of(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream()
                .flatMap(result -> of(result).stream())
                .sorted(BY_FIELD)
                .toList();
    }

    static List<FieldProblem> of(ConstraintViolationException e) {
        return e.getConstraintViolations().stream()
                .map(violation -> new FieldProblem(last(violation), violation.getMessage()))
                .sorted(BY_FIELD)
                .toList();
    }

    private static List<FieldProblem> of(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return errors.getAllErrors().stream().map(Violations::of).toList();
        }
        String parameter = result.getMethodParameter().getParameterName();
        return result.getResolvableErrors().stream()
                .map(error -> new FieldProblem(parameter == null ? "request" : parameter, message(error)))
                .toList();
    }

    private static FieldProblem of(ObjectError error) {
        if (error instanceof FieldError field) {
            boolean unbound = field.isBindingFailure();
            return new FieldProblem(field.getField(), unbound ? "is not of the right kind" : message(error));
        }
        return new FieldProblem(error.getObjectName(), message(error));
    }

    private static String message(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        return message == null ? "is not as it must be" : message;
    }

    private static String last(ConstraintViolation<?> violation) {
        String name = violation.getPropertyPath().toString();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getName() != null) {
                name = node.getName();
            }
        }
        return name;
    }
}
