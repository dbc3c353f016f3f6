package io.shiporskip.query.asking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Tells every page which of the models that it shows leave an event out; its frame says so to whoever reads it. */
final class IncompletePages implements HandlerInterceptor {

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        List<String> incomplete = OpenedModels.of(request).incomplete();
        if (page != null && page.hasView() && !incomplete.isEmpty()) {
            page.addObject("incomplete", incomplete);
        }
    }
}
