package io.shiporskip.standalone.run;

import io.shiporskip.command.CommandSide;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.query.QuerySide;
import io.shiporskip.standalone.backup.BackupApi;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Both sides in one context. They share nothing but the log and the word that it has grown. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommandSide.class, QuerySide.class, BackupApi.class})
class BothSides {

    @Bean
    LogWakeUp wakeUp() {
        return new LogWakeUp();
    }
}
