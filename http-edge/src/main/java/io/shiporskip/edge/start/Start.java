package io.shiporskip.edge.start;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts an application whose operator reads one line, never a stack trace, when a setting keeps it from starting. */
public final class Start {

    /**
     * Spring Boot's own reports of a failed start are off: what there is to say is said here, once. The MongoDB driver
     * would log all its settings, and with them the embedded server's secret; the API's description is public on purpose.
     */
    private static final Map<String, Object> QUIET = Map.of(
            "spring.main.banner-mode", "off",
            "logging.level.org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter", "off",
            "logging.level.org.springframework.boot.SpringApplication", "off",
            "logging.level.org.springframework.boot.web.server.servlet.context", "error",
            "logging.level.org.mongodb.driver", "warn",
            "logging.level.org.springdoc.core.events.SpringDocAppInitializer", "error");

    private Start() {}

    /** @throws RuntimeException whatever kept it from starting; see {@link StartFailure} */
    public static ConfigurableApplicationContext run(SpringApplication application, String... args) {
        application.setDefaultProperties(QUIET);
        return application.run(args);
    }

    /** For the {@code main} of a process: ends it with exit code 1 when it cannot start. */
    public static void orExit(SpringApplication application, String... args) {
        try {
            run(application, args);
        } catch (RuntimeException failure) {
            tell(failure);
            System.exit(1);
        }
    }

    private static void tell(RuntimeException failure) {
        Optional<String> line = StartFailure.line(failure);
        if (line.isPresent()) {
            System.err.println(line.get());
        } else {
            failure.printStackTrace();
        }
    }
}
