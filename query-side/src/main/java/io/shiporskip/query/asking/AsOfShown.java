package io.shiporskip.query.asking;

import io.shiporskip.query.projecting.asof.AsOf;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Gives every page its {@link PageMoment}, and one of the past its time in caches: no page can forget to say when. */
public final class AsOfShown implements HandlerInterceptor {

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        String view = page == null ? null : page.getViewName();
        if (page == null || view == null || view.startsWith("redirect:")) {
            return;
        }
        AsOf asOf = AsOfResolver.of(new ServletWebRequest(request));
        AsOf.Position past = asOf.past();
        if (past != null && isWhole(response, page)) {
            response.setHeader(
                    HttpHeaders.CACHE_CONTROL, Reply.ofPast(request, past).getHeaderValue());
        }
        page.addObject("moment", PageMoment.of(asOf, request.getRequestURI(), request.getParameterMap()));
    }

    /** A page that says that it cannot say it yet is not for keeping. */
    private static boolean isWhole(HttpServletResponse response, ModelAndView page) {
        HttpStatusCode status = page.getStatus();
        return response.getStatus() == HttpStatus.OK.value() && (status == null || status.isSameCodeAs(HttpStatus.OK));
    }
}
