package io.shiporskip.edge.secrets;

import io.shiporskip.edge.EdgeSettings;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    @Bean
    Secrets secrets(EdgeSettings settings) {
        return Secrets.in(settings.data());
    }

    @Bean
    Tokens tokens(EdgeSettings settings) {
        Tokens tokens = Tokens.in(settings.data());
        if (tokens.created()) {
            Path path = settings.data().resolve(Tokens.FILE).toAbsolutePath().normalize();
            LOG.info("New tokens for the editor, the operator and the panel's seats are in {}", path);
        }
        return tokens;
    }
}
