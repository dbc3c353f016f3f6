package io.shiporskip.benchmarks.votes.peer;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring MVC on Tomcat as Boot sets them up, and nothing else: no security, no sessions, no pages. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@Import({PeerVotes.class, PeerTuning.class, BothStatements.class})
public class PeerApplication {

    static final int FIRST_POOL = 16;

    /** Starts it on a free loopback port, its tables made. */
    public static ConfigurableApplicationContext start(String jdbcUrl) {
        SpringApplication application = new SpringApplication(PeerApplication.class);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(
                Map.of("peer.jdbc-url", jdbcUrl, "spring.main.banner-mode", "off", "logging.level.root", "warn"));
        return application.run("--server.port=0", "--server.address=127.0.0.1");
    }

    @Bean
    HikariDataSource dataSource(@Value("${peer.jdbc-url}") String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(FIRST_POOL);
        return pool;
    }

    @Bean
    JdbcTemplate jdbc(HikariDataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        PeerSchema.make(jdbc);
        return jdbc;
    }

    @Bean
    TransactionTemplate transactions(HikariDataSource dataSource) {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }
}
