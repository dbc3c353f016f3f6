package io.shiporskip.command.log;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.shiporskip.edge.InvalidSettingException;
import io.shiporskip.log.BoundedClient;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.metrics.LogMetrics;
import io.shiporskip.log.read.LogHub;
import io.shiporskip.log.read.LogReader;
import io.shiporskip.log.start.StartCheck;
import io.shiporskip.log.start.UnsoundLogException;
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

    /** @param listeners told of every command to the server, where there are any */
    @Bean
    CommandClient commandClient(
            @Value("${ship-or-skip.mongodb-uri:}") @Nullable String uri, ObjectProvider<CommandListener> listeners) {
        MongoUri at = MongoUri.of(uri);
        MongoClientSettings.Builder builder = settings(at);
        listeners.forEach(builder::addCommandListener);
        return new CommandClient(MongoClients.create(builder.build()), at.database());
    }

    static MongoClientSettings.Builder settings(MongoUri at) {
        return BoundedClient.settings(at.connection())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS));
    }

    @Bean
    CommandDatabase commandDatabase(CommandClient client) {
        return new CommandDatabase(client.client().getDatabase(client.database()));
    }

    @Bean(destroyMethod = "close")
    CommandLog commandLog(
            CommandDatabase database,
            ObjectProvider<LogWakeUp> sharedWakeUp,
            ObjectProvider<LogHub> sharedHub,
            MeterRegistry meters) {
        check(database);
        LogWakeUp wakeUp = sharedWakeUp.getIfUnique(LogWakeUp::new);
        LogMetrics metrics = new LogMetrics(meters);
        LogHub shared = sharedHub.getIfUnique();
        return new CommandLog(
                new BlockAppender(database.database(), wakeUp, AppenderSettings.DEFAULT, metrics),
                new LogReader(database.database()),
                wakeUp,
                shared == null ? new LogHub(database.database(), wakeUp, metrics) : shared,
                shared == null);
    }

    @Bean
    Readiness appenderReadiness(CommandLog log) {
        return log.appender()::health;
    }

    private static void check(CommandDatabase database) {
        try {
            StartCheck.run(database.database());
        } catch (UnsoundLogException e) {
            throw new InvalidSettingException("The log must not be written to: " + e.getMessage(), e);
        } catch (MongoException e) {
            throw new InvalidSettingException(
                    "The log at ship-or-skip.mongodb-uri does not answer: " + e.getMessage(), e);
        }
    }
}
