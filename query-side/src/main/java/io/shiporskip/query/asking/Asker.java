package io.shiporskip.query.asking;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.NativeWebRequest;

/** Who asks: a program through the JSON API, or a person through a page. */
enum Asker {
    PROGRAM,
    PAGE;

    static Asker of(NativeWebRequest request) {
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        return http != null && http.getRequestURI().startsWith("/api/") ? PROGRAM : PAGE;
    }
}
