package io.shiporskip.command;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The command side as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CommandSide.class)
public class CommandSideApplication {

    /** The driver logs its whole settings, and with them the embedded server's secret. */
    private static final Map<String, Object> QUIET =
            Map.of("logging.level.org.mongodb.driver", "warn", "spring.main.banner-mode", "off");

    /** Starts it; a setting that it cannot start with ends it with one line and exit code 1. */
    public static void main(String[] args) {
        // Axon looks for updates over the network unless a property of the JVM says no, before it starts.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        application().run(args);
    }

    /** The application that {@link #main} runs, for those who start it in a process of their own. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(CommandSideApplication.class);
        application.setDefaultProperties(QUIET);
        return application;
    }
}
