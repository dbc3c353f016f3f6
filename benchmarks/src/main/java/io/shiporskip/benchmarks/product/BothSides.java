package io.shiporskip.benchmarks.product;

import io.micrometer.core.instrument.MeterRegistry;
import io.shiporskip.command.CommandSide;
import io.shiporskip.command.log.CommandDatabase;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.metrics.LogMetrics;
import io.shiporskip.log.read.LogHub;
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

    @Bean(destroyMethod = "close")
    LogHub logHub(CommandDatabase database, LogWakeUp wakeUp, MeterRegistry meters) {
        return new LogHub(database.database(), wakeUp, new LogMetrics(meters));
    }
}
