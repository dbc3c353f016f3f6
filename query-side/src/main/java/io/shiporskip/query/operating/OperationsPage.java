package io.shiporskip.query.operating;

import io.shiporskip.edge.access.OperatorSessions;
import io.shiporskip.edge.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The operator's page: how the log and the read models are, and what can be done about them. */
@Controller
class OperationsPage {

    static final String ADDRESS = "/operations";

    private final Operations operations;
    private final OperatorSessions sessions;

    OperationsPage(Operations operations, OperatorSessions sessions) {
        this.operations = operations;
        this.sessions = sessions;
    }

    @GetMapping(ADDRESS)
    String page(
            @RequestParam @Nullable String problem,
            @RequestParam @Nullable String done,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        keepNothing(response);
        model.addAttribute("notice", OperationsNotice.of(problem, done));
        model.addAttribute("refused", problem != null);
        if (!sessions.isOpen(request)) {
            return "operations/login";
        }
        model.addAttribute("look", operations.look());
        return "operations/operations";
    }

    /** The part of the page that changes by itself; to a browser that is no longer logged in, a part that says so. */
    @GetMapping(ADDRESS + "/live")
    String live(HttpServletRequest request, HttpServletResponse response, Model model) {
        keepNothing(response);
        if (!sessions.isOpen(request)) {
            return "operations/live :: ended";
        }
        model.addAttribute("look", operations.look());
        return "operations/live :: live";
    }

    /** What a rebuild found. */
    @GetMapping(ADDRESS + "/rebuilds/{id}")
    String rebuild(@PathVariable int id, HttpServletRequest request, HttpServletResponse response, Model model) {
        keepNothing(response);
        if (!sessions.isOpen(request)) {
            return "operations/login";
        }
        model.addAttribute(
                "pass", operations.rebuild(id).orElseThrow(() -> Problems.notFound("There is no rebuild " + id)));
        return "operations/rebuild";
    }

    private static void keepNothing(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
    }
}
