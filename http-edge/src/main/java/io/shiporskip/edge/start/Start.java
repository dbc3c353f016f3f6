package io.shiporskip.edge.start;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts an application whose operator reads one line, never a stack trace, when a setting keeps it from starting. */
public final class Start {

    /** Spring Boot's own reports of a failed start are off: what there is to say is said here, once. */
    private static final Map<String, Object> QUIET = Map.of(
            "spring.main.banner-mode", "off",
            "logging.level.org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter", "off",
            "logging.level.org.springframework.boot.SpringApplication", "off");

    private Start() {}

    /** @throws RuntimeException whatever kept it from starting; see {@link StartFailure} */
    public static ConfigurableApplicationContext run(SpringApplication application, String... args) {
        application.setDefaultProperties(QUIET);
        return application.run(args);
    }

    /** For the {@code main} of a process: ends it with exit code 1 when it cannot start. */
    public static void orExit(Class<?> application, String... args) {
        try {
            run(new SpringApplication(application), args);
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
