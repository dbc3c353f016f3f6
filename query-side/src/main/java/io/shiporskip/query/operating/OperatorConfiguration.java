package io.shiporskip.query.operating;

import io.shiporskip.edge.access.OperatorSessions;
import io.shiporskip.edge.secrets.Tokens;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OperatorConfiguration {

    @Bean
    OperatorSessions operatorSessions(Tokens tokens) {
        return new OperatorSessions(tokens, OperationsPage.ADDRESS, InstantSource.system());
    }
}
