package io.shiporskip.edge.access;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.edge.secrets.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Turns {@code Authorization: Bearer …} into an {@link Actor}; a token that is nobody's is refused wherever it is sent. */
final class BearerTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer";

    private final Tokens tokens;
    private final HandlerExceptionResolver problems;

    BearerTokenFilter(Tokens tokens, HandlerExceptionResolver problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token = bearerToken(request);
        if (token.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Actor> actor = tokens.actor(token.get());
        if (actor.isEmpty()) {
            problems.resolveException(request, response, null, Problems.unknownToken());
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                actor.get(),
                null,
                AuthorityUtils.createAuthorityList(actor.get().authority())));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static Optional<String> bearerToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String rest = header.substring(SCHEME.length());
        return rest.isEmpty() || rest.startsWith(" ") ? Optional.of(rest.strip()) : Optional.empty();
    }
}
