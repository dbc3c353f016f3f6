package io.shiporskip.benchmarks.product;

import io.shiporskip.command.CommandSide;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.query.QuerySide;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Both sides in one context as {@code standalone} has them, which keeps the context to itself. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommandSide.class, QuerySide.class})
class BothSides {

    @Bean
    LogWakeUp logWakeUp() {
        return new LogWakeUp();
    }
}
