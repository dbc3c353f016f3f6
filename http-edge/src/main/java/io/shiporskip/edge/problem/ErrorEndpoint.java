package io.shiporskip.edge.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the servlet container or a filter refused without Spring MVC, said as everything else is. */
@Controller
class ErrorEndpoint implements ErrorController {

    private final Refusal refusal;

    ErrorEndpoint(Refusal refusal) {
        this.refusal = refusal;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    Object refuse(HttpServletRequest request) {
        return refusal.of(problem(request), request);
    }

    private static ProblemException problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return Translation.of(thrown);
        }
        boolean dispatched = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer;
        return Translation.of(
                dispatched
                        ? HttpStatusCode.valueOf((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                        : HttpStatus.NOT_FOUND);
    }
}
