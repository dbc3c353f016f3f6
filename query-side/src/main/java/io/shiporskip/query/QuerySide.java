package io.shiporskip.query;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.edge.HttpEdge;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** The whole query side, for a program to import: its own or one that holds both sides. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackageClasses = QuerySide.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = QuerySideApplication.class),
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class)
        })
@Import(HttpEdge.class)
@EnableConfigurationProperties(QuerySettings.class)
@PropertySource("classpath:io/shiporskip/query/query-side.properties")
public class QuerySide {

    /** Without an answer for so long a server counts as gone; a thread would else wait for it for ever. */
    private static final int ANSWER_SECONDS = 30;

    /** A burst opens connections; without an end to those that idle, each burst would leave some for good. */
    private static final int IDLE_SECONDS = 60;

    @Bean
    QueryDatabase queryDatabase(QuerySettings settings) {
        MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyToSocketSettings(socket -> socket.readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxConnectionIdleTime(IDLE_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(settings.connection())
                .build());
        MongoDatabase database = client.getDatabase(settings.databaseName())
                .withWriteConcern(settings.writes())
                .withReadConcern(ReadConcern.LOCAL);
        return new QueryDatabase(client, database);
    }
}
