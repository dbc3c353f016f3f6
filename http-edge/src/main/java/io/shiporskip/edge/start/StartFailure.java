package io.shiporskip.edge.start;

import io.shiporskip.edge.InvalidSettingException;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Why an application could not start, where its operator can do something about it. */
public final class StartFailure {

    private static final int DEEPEST = 30;

    private StartFailure() {}

    /** One line; empty when the failure is a fault of the program's. */
    public static Optional<String> line(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++, at = at.getCause()) {
            Optional<String> line = known(at);
            if (line.isPresent()) {
                return line;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> known(Throwable failure) {
        return switch (failure) {
            case InvalidSettingException e -> Optional.ofNullable(e.getMessage());
            case PortInUseException e ->
                Optional.of("Port " + e.getPort() + " is in use: stop what uses it, or choose another port.");
            case BindException e
            when !(rootOf(e) instanceof InvalidSettingException) ->
                Optional.of("The setting " + e.getName() + " cannot be read as "
                        + e.getTarget().getType().toString().replaceAll("^.*\\.", "") + ": " + valueOf(e));
            default -> Optional.empty();
        };
    }

    private static String valueOf(BindException e) {
        return e.getProperty() == null
                ? "it has no usable value"
                : "'" + e.getProperty().getValue() + "'";
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at.getCause() != null && depth < DEEPEST; depth++) {
            at = at.getCause();
        }
        return at;
    }
}
