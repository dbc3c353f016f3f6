package io.shiporskip.command;

import com.mongodb.MongoException;
import io.shiporskip.command.log.SettingException;
import io.shiporskip.edge.InvalidSettingException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line why the process cannot start, when that is for its operator to mend; the rest is Spring Boot's. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailure implements SpringBootExceptionReporter {

    /** Made by Spring Boot, through {@code META-INF/spring.factories}. */
    StartFailure(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            String reason = reason(at);
            if (reason != null) {
                System.err.println("Ship or Skip cannot start: " + reason);
                return true;
            }
        }
        return false;
    }

    private static @Nullable String reason(Throwable thrown) {
        return switch (thrown) {
            case SettingException e -> e.getMessage();
            case InvalidSettingException e -> e.getMessage();
            case PortInUseException e -> "port " + e.getPort() + " is in use; give another with server.port";
            case MongoException e -> "the log does not answer: " + e.getMessage();
            default -> null;
        };
    }
}
