package io.shiporskip.edge.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** How whoever asked wants to be answered when it goes wrong. */
enum Asked {
    /** A program: a problem document. */
    DOCUMENT,
    /** A person, or htmx in their page: a page in HTML. */
    PAGE,
    /** A form that was posted: back to where it came from. */
    FORM;

    private static final String API = "/api";

    static Asked of(HttpServletRequest request) {
        String path = path(request);
        if (path.equals(API) || path.startsWith(API + "/")) {
            return DOCUMENT;
        }
        if (request.getMethod().equals("POST") && postsForm(request)) {
            return FORM;
        }
        return request.getHeader("HX-Request") != null || acceptsHtml(request) ? PAGE : DOCUMENT;
    }

    /** The path first asked for, on a dispatch to the error page too. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String first
                ? first
                : request.getRequestURI();
    }

    private static boolean postsForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** Only when it says HTML: a program that takes anything gets a document. */
    private static boolean acceptsHtml(HttpServletRequest request) {
        try {
            return MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT)).stream()
                    .anyMatch(type -> !type.isWildcardType() && type.isCompatibleWith(MediaType.TEXT_HTML));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
