package io.shiporskip.edge.problem;

import io.shiporskip.edge.form.Back;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.template.TemplateAvailabilityProviders;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The answer that refuses: a problem document, the page of the template {@value #TEMPLATE} (which gets {@code status},
 * {@code code}, {@code title} and {@code detail}), or 303 back to a form's page with {@code ?problem=<code>}.
 */
@Component
class Refusal {

    private static final String TEMPLATE = "error";

    private final boolean hasTemplate;

    Refusal(ApplicationContext context) {
        this.hasTemplate = new TemplateAvailabilityProviders(context).getProvider(TEMPLATE, context) != null;
    }

    Object of(ProblemException problem, HttpServletRequest request) {
        return switch (Asked.of(request)) {
            case FORM -> back(problem, request);
            case PAGE -> hasTemplate ? page(problem) : document(problem);
            case DOCUMENT -> document(problem);
        };
    }

    private static ResponseEntity<?> document(ProblemException problem) {
        return ResponseEntity.status(problem.status())
                .headers(headers -> headers.putAll(problem.headers()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.document());
    }

    private static ResponseEntity<?> back(ProblemException problem, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(Back.of(request).with("problem", problem.code()))
                .build();
    }

    private static ModelAndView page(ProblemException problem) {
        ModelAndView page = new ModelAndView(
                TEMPLATE,
                Map.of(
                        "status", problem.status().value(),
                        "code", problem.code(),
                        "title", problem.title(),
                        "detail", problem.detail()));
        page.setStatus(problem.status());
        return page;
    }
}
