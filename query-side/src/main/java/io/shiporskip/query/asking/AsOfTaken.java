package io.shiporskip.query.asking;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.projecting.asof.AsOf;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses {@code asOf} where it is not taken, lest the present pass for the past. */
final class AsOfTaken implements HandlerInterceptor {

    /** @throws io.shiporskip.edge.problem.ProblemException invalid (422) */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod && asked(request) && !isTakenBy(handler)) {
            throw Problems.invalid(AsOfResolver.PARAMETER, "is not taken here: this answer is of the present alone");
        }
        return true;
    }

    static boolean asked(HttpServletRequest request) {
        return request.getParameter(AsOfResolver.PARAMETER) != null;
    }

    static boolean isTakenBy(Object handler) {
        return handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType() == AsOf.class);
    }
}
