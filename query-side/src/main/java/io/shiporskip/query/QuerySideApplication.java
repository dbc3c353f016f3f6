package io.shiporskip.query;

import io.shiporskip.edge.start.Start;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The query side as a service of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(QuerySide.class)
public class QuerySideApplication {

    /** Starts it; a setting that it cannot start with ends it with one line and exit code 1. */
    public static void main(String[] arguments) {
        Start.orExit(new SpringApplication(QuerySideApplication.class), arguments);
    }
}
