package io.shiporskip.edge.origin;

import io.shiporskip.edge.EdgeSettings;
import io.shiporskip.edge.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Holds the origin rule before every handler, first of all. */
@Configuration(proxyBeanMethods = false)
class OriginConfiguration {

    @Bean
    WebMvcConfigurer originInterception(EdgeSettings settings) {
        OriginRule rule = new OriginRule(settings.publicOrigin());
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Guard(rule)).order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    private record Guard(OriginRule rule) implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (!rule.allows(request)) {
                throw Problems.crossSite();
            }
            return true;
        }
    }
}
