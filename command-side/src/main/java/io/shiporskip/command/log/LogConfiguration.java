package io.shiporskip.command.log;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.shiporskip.edge.InvalidSettingException;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.metrics.LogMetrics;
import io.shiporskip.log.read.LogReader;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the log. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    /** How long a request may wait for a server that is not there. */
    private static final int SELECTION_SECONDS = 5;

    /** Closed after all that uses it, since it is made before. */
    record CommandClient(MongoClient client, String database) implements DisposableBean {
        @Override
        public void destroy() {
            client.close();
        }
    }

    @Bean
    CommandClient commandClient(@Value("${ship-or-skip.mongodb-uri:}") @Nullable String uri) {
        MongoUri at = MongoUri.of(uri);
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(at.connection())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .build();
        return new CommandClient(MongoClients.create(settings), at.database());
    }

    @Bean
    CommandDatabase commandDatabase(CommandClient client) {
        return new CommandDatabase(client.client().getDatabase(client.database()));
    }

    @Bean(destroyMethod = "close")
    CommandLog commandLog(CommandDatabase database, ObjectProvider<LogWakeUp> shared, MeterRegistry meters) {
        ensureSchema(database);
        LogWakeUp wakeUp = shared.getIfUnique(LogWakeUp::new);
        return new CommandLog(
                new BlockAppender(database.database(), wakeUp, AppenderSettings.DEFAULT, new LogMetrics(meters)),
                new LogReader(database.database()),
                wakeUp);
    }

    @Bean
    Readiness appenderReadiness(CommandLog log) {
        return log.appender()::health;
    }

    private static void ensureSchema(CommandDatabase database) {
        try {
            EventLogSchema.ensure(database.database());
        } catch (MongoException e) {
            throw new InvalidSettingException(
                    "The log at ship-or-skip.mongodb-uri does not answer: " + e.getMessage(), e);
        }
    }
}
