package io.shiporskip.edge.body;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody send more than {@link #BYTES}: what is beyond is never read into memory, whatever a request says of itself. */
final class BodyLimit extends OncePerRequestFilter {

    /** The most that a request's body may have, in bytes. */
    static final int BYTES = 64 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new LimitedRequest(request, BYTES), response);
    }
}
