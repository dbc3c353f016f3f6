package io.shiporskip.query.operating;

import io.shiporskip.edge.access.Requires;
import io.shiporskip.edge.access.Role;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.asof.Checkpoints;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the checkpoints are, for operators. */
@RestController
class CheckpointApi {

    private final List<Projection<?>> projections;
    private final Checkpoints checkpoints;
    private final EventSource source;

    CheckpointApi(List<Projection<?>> projections, Checkpoints checkpoints, EventSource source) {
        this.projections = projections;
        this.checkpoints = checkpoints;
        this.source = source;
    }

    /** Those of every projection that has them, by name. */
    @GetMapping("/api/checkpoints")
    @Requires(Role.OPERATOR)
    ResponseEntity<List<CheckpointView>> checkpoints() {
        long head = source.head();
        List<CheckpointView> views = projections.stream()
                .filter(Projection::checkpointed)
                .sorted(Comparator.comparing(Projection::name))
                .map(projection -> CheckpointView.of(projection, checkpoints, head))
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(views);
    }
}
