package io.shiporskip.query.operating;

import io.shiporskip.edge.access.Requires;
import io.shiporskip.edge.access.Role;
import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.rebuild.Rebuild;
import io.shiporskip.query.projecting.rebuild.RebuildPlan;
import io.shiporskip.query.projecting.rebuild.Rebuilds;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The projections over HTTP, for operators. */
@RestController
class ProjectionApi {

    private final ProjectionStates states;
    private final Rebuilds rebuilds;

    ProjectionApi(ProjectionStates states, Rebuilds rebuilds) {
        this.states = states;
        this.rebuilds = rebuilds;
    }

    @GetMapping("/api/projections")
    @Requires(Role.OPERATOR)
    ResponseEntity<List<ProjectionView>> projections() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(states.all());
    }

    /** Starts a rebuild of one projection; 202 with where to watch it, 409 while another of it is open. */
    @PostMapping("/api/projections/{name}/rebuilds")
    @Requires(Role.OPERATOR)
    ResponseEntity<RebuildView> rebuild(
            @PathVariable String name, @Valid @RequestBody(required = false) @Nullable RebuildRequest request) {
        Projection<?> projection = named(name);
        Rebuild rebuild = rebuilds.request(List.of(projection), PassApi.plan(request))
                .orElseThrow(() -> Problems.conflict("A rebuild of '" + name + "' is open already"));
        URI address = URI.create("/api/projections/" + name + "/rebuilds/" + rebuild.id());
        return ResponseEntity.accepted()
                .location(address)
                .body(RebuildView.of(rebuild, name).orElseThrow());
    }

    @GetMapping("/api/projections/{name}/rebuilds/{id}")
    @Requires(Role.OPERATOR)
    ResponseEntity<RebuildView> watch(@PathVariable String name, @PathVariable int id) {
        RebuildView rebuild = rebuilds.get(id)
                .flatMap(known -> RebuildView.of(known, name))
                .orElseThrow(() -> Problems.notFound("There is no rebuild " + id + " of '" + name + "'"));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(rebuild);
    }

    /**
     * Brings the generation before back, once it has caught up; 202 with where to watch it, 409 when there is none that
     * this program can fold, or while a rebuild of the projection is open.
     */
    @PostMapping("/api/projections/{name}/swap-back")
    @Requires(Role.OPERATOR)
    ResponseEntity<PassView> swapBack(@PathVariable String name) {
        Projection<?> projection = named(name);
        if (!states.canSwapBack(projection)) {
            throw Problems.conflict("No earlier generation of '" + name + "' is kept that this program can fold");
        }
        Rebuild rebuild = rebuilds.request(List.of(projection), RebuildPlan.BACK)
                .orElseThrow(() -> Problems.conflict("A rebuild of '" + name + "' is open already"));
        return PassApi.accepted(rebuild);
    }

    /**
     * Lets a stopped projection leave out the event at which it stopped: 202, and it goes on within a second, marked
     * incomplete until it is rebuilt; 409 when it is not stopped there.
     */
    @PostMapping("/api/projections/{name}/skips")
    @Requires(Role.OPERATOR)
    ResponseEntity<SkipRequest> skip(@PathVariable String name, @Valid @RequestBody SkipRequest request) {
        long position = request.position();
        if (!states.skip(named(name), position)) {
            throw Problems.conflict("'" + name + "' is not stopped at position " + position);
        }
        return ResponseEntity.accepted().body(request);
    }

    private Projection<?> named(String name) {
        return states.named(name).orElseThrow(() -> unknown(name));
    }

    static ProblemException unknown(String name) {
        return Problems.notFound("There is no projection '" + name + "'");
    }
}
