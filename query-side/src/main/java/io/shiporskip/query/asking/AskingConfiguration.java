package io.shiporskip.query.asking;

import io.shiporskip.query.Progress;
import io.shiporskip.query.projecting.asof.Moments;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every read may ask for: at least a position, or as of a moment. */
@Configuration(proxyBeanMethods = false)
public class AskingConfiguration {

    @Bean
    WebMvcConfigurer whatEveryReadMayAsk(Progress progress, Moments moments) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                // Pages wait by themselves: one that lags is shown as it is, and says so.
                registry.addInterceptor(new AsOfTaken()).addPathPatterns("/api/**");
                registry.addInterceptor(new AtLeast(progress)).addPathPatterns("/api/**");
                registry.addInterceptor(new IncompletePages());
                registry.addInterceptor(new AsOfShown()).excludePathPatterns("/api/**");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new AsOfResolver(moments));
            }
        };
    }

    @Bean
    PastTags pastTags() {
        return new PastTags();
    }
}
