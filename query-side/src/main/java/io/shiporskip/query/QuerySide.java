package io.shiporskip.query;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.edge.HttpEdge;
import io.shiporskip.log.BoundedClient;
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

    @Bean
    QueryDatabase queryDatabase(QuerySettings settings) {
        MongoClient client = MongoClients.create(
                BoundedClient.settings(settings.connection()).build());
        MongoDatabase database = client.getDatabase(settings.databaseName())
                .withWriteConcern(settings.writes())
                .withReadConcern(ReadConcern.LOCAL);
        return new QueryDatabase(client, database);
    }
}
