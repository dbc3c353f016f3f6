package io.shiporskip.edge.visitor;

import io.shiporskip.edge.EdgeSettings;
import io.shiporskip.edge.secrets.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VisitorConfiguration {

    @Bean
    Visitors visitors(Secrets secrets, EdgeSettings settings) {
        return new Visitors(secrets, new NewVisitorLimit(settings.newVisitors()));
    }
}
