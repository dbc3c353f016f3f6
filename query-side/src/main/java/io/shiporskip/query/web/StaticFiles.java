package io.shiporskip.query.web;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Style and scripts under addresses that hold a hash of their content: a browser keeps them for a year, and a changed file
 * has another address.
 */
@Configuration(proxyBeanMethods = false)
public class StaticFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        folder(registry, "assets");
        folder(registry, "vendor");
    }

    private static void folder(ResourceHandlerRegistry registry, String name) {
        registry.addResourceHandler("/" + name + "/**")
                .addResourceLocations("classpath:/static/" + name + "/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    /** Writes the hashed addresses into the pages' links. */
    @Bean
    ResourceUrlEncodingFilter resourceUrlEncodingFilter() {
        return new ResourceUrlEncodingFilter();
    }
}
