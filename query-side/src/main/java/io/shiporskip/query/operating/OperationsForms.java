package io.shiporskip.query.operating;

import io.shiporskip.edge.access.OperatorSessions;
import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.rebuild.Rebuild;
import io.shiporskip.query.projecting.rebuild.RebuildOrder;
import io.shiporskip.query.projecting.rebuild.RebuildPlan;
import io.shiporskip.query.projecting.rebuild.Rebuilds;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the forms of the operator's page do; each is answered 303 to the page, with a word on what became of it. */
@Controller
class OperationsForms {

    private static final int FASTEST = 1_000_000;

    private final OperatorSessions sessions;
    private final ProjectionStates states;
    private final Rebuilds rebuilds;

    OperationsForms(OperatorSessions sessions, ProjectionStates states, Rebuilds rebuilds) {
        this.sessions = sessions;
        this.states = states;
        this.rebuilds = rebuilds;
    }

    @PostMapping(OperationsPage.ADDRESS + "/session")
    ResponseEntity<Void> logIn(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        return to("", sessions.logIn(token, request).toString());
    }

    @PostMapping(OperationsPage.ADDRESS + "/session/end")
    ResponseEntity<Void> logOut(HttpServletRequest request) {
        return to("?done=logout", sessions.logOut(request).toString());
    }

    /** @param projection by name, at least one */
    @PostMapping(OperationsPage.ADDRESS + "/rebuilds")
    ResponseEntity<Void> start(
            @RequestParam(required = false) @Nullable List<String> projection,
            @RequestParam(defaultValue = "") String limit,
            HttpServletRequest request) {
        sessions.require(request);
        if (projection == null || projection.isEmpty()) {
            throw Problems.invalid("projection", "names no projection");
        }
        List<Projection<?>> wanted =
                projection.stream().distinct().<Projection<?>>map(this::named).toList();
        RebuildPlan plan = new RebuildPlan(false, limit(limit), List.of());
        return rebuilds.request(wanted, plan).map(_ -> done("start")).orElseThrow(OperationsForms::openAlready);
    }

    @PostMapping(OperationsPage.ADDRESS + "/rebuilds/{id}/pause")
    ResponseEntity<Void> pause(@PathVariable int id, HttpServletRequest request) {
        return order(id, RebuildOrder.PAUSE, "pause", request);
    }

    @PostMapping(OperationsPage.ADDRESS + "/rebuilds/{id}/resume")
    ResponseEntity<Void> resume(@PathVariable int id, HttpServletRequest request) {
        return order(id, RebuildOrder.RUN, "resume", request);
    }

    @PostMapping(OperationsPage.ADDRESS + "/rebuilds/{id}/cancel")
    ResponseEntity<Void> cancel(@PathVariable int id, HttpServletRequest request) {
        return order(id, RebuildOrder.CANCEL, "cancel", request);
    }

    @PostMapping(OperationsPage.ADDRESS + "/projections/{name}/swap-back")
    ResponseEntity<Void> swapBack(@PathVariable String name, HttpServletRequest request) {
        sessions.require(request);
        Projection<?> projection = named(name);
        Optional<Rebuild> started = states.canSwapBack(projection)
                ? rebuilds.request(List.of(projection), RebuildPlan.BACK)
                : Optional.empty();
        return started.map(_ -> done("swap-back")).orElseThrow(OperationsForms::openAlready);
    }

    /** @param position of the event at which the projection has stopped */
    @PostMapping(OperationsPage.ADDRESS + "/projections/{name}/skip")
    ResponseEntity<Void> skip(@PathVariable String name, @RequestParam long position, HttpServletRequest request) {
        sessions.require(request);
        if (!states.skip(named(name), position)) {
            throw Problems.conflict("'" + name + "' is not stopped at position " + position);
        }
        return done("skip");
    }

    private ResponseEntity<Void> order(int id, RebuildOrder order, String word, HttpServletRequest request) {
        sessions.require(request);
        return rebuilds.order(id, order)
                .map(_ -> done(word))
                .orElseThrow(() -> Problems.conflict("Rebuild " + id + " is over, or there is none"));
    }

    private Projection<?> named(String name) {
        return states.named(name).orElseThrow(() -> ProjectionApi.unknown(name));
    }

    private static @Nullable Integer limit(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            int limit = Integer.parseInt(text.strip());
            if (limit >= 1 && limit <= FASTEST) {
                return limit;
            }
        } catch (NumberFormatException notOne) {
            // said below, like a number that is out of range
        }
        throw Problems.invalid("limit", "must be a whole number from 1 to " + FASTEST);
    }

    private static ProblemException openAlready() {
        return Problems.conflict("There is none that can come back, or a rebuild is open already");
    }

    private static ResponseEntity<Void> done(String word) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(OperationsPage.ADDRESS + "?done=" + word))
                .build();
    }

    private static ResponseEntity<Void> to(String query, String cookie) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(OperationsPage.ADDRESS + query))
                .header(HttpHeaders.SET_COOKIE, cookie)
                .build();
    }
}
