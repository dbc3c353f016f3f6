package io.shiporskip.query.operating;

import com.mongodb.MongoException;
import io.shiporskip.query.projecting.follow.ProjectingEngine;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the query side serves: 200 {@code ok}, else 503 with the reason in words. */
@RestController
class QueryHealth {

    private final ProjectionStates states;
    private final ProjectingEngine engine;

    QueryHealth(ProjectionStates states, ProjectingEngine engine) {
        this.states = states;
        this.engine = engine;
    }

    @GetMapping("/healthz/query")
    ResponseEntity<String> health() {
        String reason = reason();
        return ResponseEntity.status(reason.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_PLAIN)
                .body(reason.isEmpty() ? "ok" : reason);
    }

    private String reason() {
        String trouble = engine.trouble();
        if (trouble != null) {
            return "not folding: " + trouble;
        }
        try {
            List<ProjectionView> all = states.all();
            if (all.size() < states.expected()) {
                return "the projections have not started yet";
            }
            return all.stream()
                    .map(QueryHealth::reason)
                    .filter(reason -> !reason.isEmpty())
                    .findFirst()
                    .orElse("");
        } catch (MongoException unreachable) {
            return "the database does not answer";
        }
    }

    private static String reason(ProjectionView projection) {
        StopView stopped = projection.stopped();
        if (stopped != null) {
            return "projection " + projection.name() + " stopped: " + stopped.reason();
        }
        return projection.generation() == 0 ? "projection " + projection.name() + " is being filled" : "";
    }
}
