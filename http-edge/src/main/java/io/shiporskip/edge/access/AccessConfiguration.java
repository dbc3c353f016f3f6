package io.shiporskip.edge.access;

import io.shiporskip.edge.secrets.Tokens;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Spring Security, stateless: bearer tokens in, and nothing that keeps a session or asks a password. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    /**
     * Spring's CSRF token needs a session or a second cookie; the origin rule does its work without either. The security
     * headers come from a filter before this chain, so that what its firewall refuses carries them too.
     */
    @Bean
    SecurityFilterChain edgeFilterChain(
            HttpSecurity http,
            Tokens tokens,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new BearerTokenFilter(tokens, problems), AuthorizationFilter.class)
                .build();
    }

    /** Nobody logs in with a password; without this bean Spring Boot would make a default user. */
    @Bean
    AuthenticationManager noPasswords() {
        return authentication -> {
            throw new ProviderNotFoundException("This site knows bearer tokens only");
        };
    }

    @Bean
    WebMvcConfigurer roleInterception() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RoleInterceptor());
            }
        };
    }
}
