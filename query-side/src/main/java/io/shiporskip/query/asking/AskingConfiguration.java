package io.shiporskip.query.asking;

import io.shiporskip.query.Progress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class AskingConfiguration {

    @Bean
    WebMvcConfigurer atLeastOnEveryRead(Progress progress) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                // Pages wait by themselves: one that lags is shown as it is, and says so.
                registry.addInterceptor(new AtLeast(progress)).addPathPatterns("/api/**");
                registry.addInterceptor(new IncompletePages());
            }
        };
    }
}
