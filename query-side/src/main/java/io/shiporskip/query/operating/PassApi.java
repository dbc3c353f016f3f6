package io.shiporskip.query.operating;

import io.shiporskip.edge.access.Requires;
import io.shiporskip.edge.access.Role;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.rebuild.Rebuild;
import io.shiporskip.query.projecting.rebuild.RebuildOrder;
import io.shiporskip.query.projecting.rebuild.RebuildPlan;
import io.shiporskip.query.projecting.rebuild.Rebuilds;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilds over HTTP, for operators: one pass over the log for one projection or several. */
@RestController
@RequestMapping(PassApi.ADDRESS)
class PassApi {

    static final String ADDRESS = "/api/projections/rebuilds";

    private final ProjectionStates states;
    private final Rebuilds rebuilds;

    PassApi(ProjectionStates states, Rebuilds rebuilds) {
        this.states = states;
        this.rebuilds = rebuilds;
    }

    /** Starts one; 202 with where to watch it, 409 while another of one of these projections is open. */
    @PostMapping
    @Requires(Role.OPERATOR)
    ResponseEntity<PassView> start(@Valid @RequestBody(required = false) @Nullable RebuildRequest request) {
        List<Projection<?>> wanted = wanted(request);
        return rebuilds.request(wanted, plan(request))
                .map(PassApi::accepted)
                .orElseThrow(() -> Problems.conflict("A rebuild is open already of " + openAmong(wanted)));
    }

    /** The latest first. */
    @GetMapping
    @Requires(Role.OPERATOR)
    ResponseEntity<List<PassView>> latest(@RequestParam(defaultValue = "20") @Min(1) @Max(Rebuilds.KEPT) int limit) {
        List<PassView> latest =
                rebuilds.latest(limit).stream().map(PassView::of).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(latest);
    }

    @GetMapping("/{id}")
    @Requires(Role.OPERATOR)
    ResponseEntity<PassView> watch(@PathVariable int id) {
        PassView rebuild = rebuilds.get(id).map(PassView::of).orElseThrow(() -> unknown(id));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(rebuild);
    }

    /** Lets it rest where it is; 202, or 409 when it is over. */
    @PostMapping("/{id}/pause")
    @Requires(Role.OPERATOR)
    ResponseEntity<PassView> pause(@PathVariable int id) {
        return ordered(id, RebuildOrder.PAUSE);
    }

    /** Lets it go on from where it rests; 202, or 409 when it is over. */
    @PostMapping("/{id}/resume")
    @Requires(Role.OPERATOR)
    ResponseEntity<PassView> resume(@PathVariable int id) {
        return ordered(id, RebuildOrder.RUN);
    }

    /** Ends it and drops what it has filled; what it has swapped already stays. 202, or 409 when it is over. */
    @PostMapping("/{id}/cancel")
    @Requires(Role.OPERATOR)
    ResponseEntity<PassView> cancel(@PathVariable int id) {
        return ordered(id, RebuildOrder.CANCEL);
    }

    static RebuildPlan plan(@Nullable RebuildRequest request) {
        return request == null
                ? RebuildPlan.PLAIN
                : new RebuildPlan(
                        false,
                        request.eventsPerSecond(),
                        Optional.ofNullable(request.skip()).orElse(List.of()));
    }

    static ResponseEntity<PassView> accepted(Rebuild rebuild) {
        return ResponseEntity.accepted()
                .location(URI.create(ADDRESS + "/" + rebuild.id()))
                .body(PassView.of(rebuild));
    }

    private ResponseEntity<PassView> ordered(int id, RebuildOrder order) {
        if (rebuilds.get(id).isEmpty()) {
            throw unknown(id);
        }
        return rebuilds.order(id, order)
                .map(PassApi::accepted)
                .orElseThrow(() -> Problems.conflict("Rebuild " + id + " is over"));
    }

    private List<Projection<?>> wanted(@Nullable RebuildRequest request) {
        List<String> names = request == null ? null : request.projections();
        if (names == null) {
            return states.known();
        }
        return names.stream()
                .distinct()
                .<Projection<?>>map(name -> states.named(name)
                        .orElseThrow(() -> Problems.invalid(
                                "projections", "must name read models: there is none called '" + name + "'")))
                .toList();
    }

    private List<String> openAmong(List<Projection<?>> wanted) {
        return wanted.stream()
                .filter(projection -> rebuilds.openFor(projection).isPresent())
                .map(Projection::name)
                .toList();
    }

    private static RuntimeException unknown(int id) {
        return Problems.notFound("There is no rebuild " + id);
    }
}
