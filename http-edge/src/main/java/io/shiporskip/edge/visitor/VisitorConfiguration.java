package io.shiporskip.edge.visitor;

import io.github.bucket4j.TimeMeter;
import io.shiporskip.edge.EdgeSettings;
import io.shiporskip.edge.secrets.Secrets;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VisitorConfiguration {

    @Bean
    Visitors visitors(Secrets secrets, EdgeSettings settings) {
        byte[] processKey = new byte[32];
        new SecureRandom().nextBytes(processKey);
        SecretKeySpec key = new SecretKeySpec(processKey, "HmacSHA256");
        return new Visitors(secrets, new NewVisitorLimit(settings.newVisitors(), key, TimeMeter.SYSTEM_NANOTIME));
    }
}
