package io.shiporskip.edge.body;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Two bounds, since Tomcat reads the body of a form itself: ours on the stream, and its own on forms. */
@Configuration(proxyBeanMethods = false)
class BodyConfiguration {

    /** How much of a refused body Tomcat reads and drops, so that its sender hears the answer before a hang-up. */
    private static final int SWALLOWED_BYTES = 8 * 1024 * 1024;

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        FilterRegistrationBean<BodyLimit> registration = new FilterRegistrationBean<>(new BodyLimit());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> formLimit() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setMaxPostSize(BodyLimit.BYTES);
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setMaxSwallowSize(SWALLOWED_BYTES);
            }
        });
    }
}
