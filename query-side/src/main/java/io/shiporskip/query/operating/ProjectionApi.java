package io.shiporskip.query.operating;

import io.shiporskip.edge.access.Requires;
import io.shiporskip.edge.access.Role;
import io.shiporskip.edge.problem.ProblemException;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.rebuild.Rebuild;
import io.shiporskip.query.projecting.rebuild.Rebuilds;
import java.net.URI;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

    /** Starts a rebuild; 202 with where to watch it, 409 while another of this projection is open. */
    @PostMapping("/api/projections/{name}/rebuilds")
    @Requires(Role.OPERATOR)
    ResponseEntity<RebuildView> rebuild(@PathVariable String name) {
        Projection<?> projection = states.named(name).orElseThrow(() -> unknown(name));
        Rebuild rebuild = rebuilds.request(projection)
                .orElseThrow(() -> Problems.conflict("A rebuild of '" + name + "' is open already"));
        URI address = URI.create("/api/projections/" + name + "/rebuilds/" + rebuild.id());
        return ResponseEntity.accepted().location(address).body(RebuildView.of(rebuild));
    }

    @GetMapping("/api/projections/{name}/rebuilds/{id}")
    @Requires(Role.OPERATOR)
    ResponseEntity<RebuildView> watch(@PathVariable String name, @PathVariable int id) {
        RebuildView rebuild = states.named(name)
                .flatMap(projection -> rebuilds.get(projection.name(), id))
                .map(RebuildView::of)
                .orElseThrow(() -> Problems.notFound("There is no rebuild " + id + " of '" + name + "'"));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(rebuild);
    }

    private static ProblemException unknown(String name) {
        return Problems.notFound("There is no projection '" + name + "'");
    }
}
