package io.shiporskip.standalone.run;

import io.micrometer.core.instrument.MeterRegistry;
import io.shiporskip.command.CommandSide;
import io.shiporskip.command.log.CommandDatabase;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.metrics.LogMetrics;
import io.shiporskip.log.read.LogHub;
import io.shiporskip.query.QuerySide;
import io.shiporskip.standalone.backup.BackupApi;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Both sides in one context. They share nothing but the log, the reader at its end, and the word that it has
 * grown. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommandSide.class, QuerySide.class, BackupApi.class})
class BothSides {

    @Bean
    LogWakeUp wakeUp() {
        return new LogWakeUp();
    }

    @Bean(destroyMethod = "close")
    LogHub logHub(CommandDatabase database, LogWakeUp wakeUp, MeterRegistry meters) {
        return new LogHub(database.database(), wakeUp, new LogMetrics(meters));
    }
}
