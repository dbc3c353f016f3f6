package io.shiporskip.query.operating;

import com.mongodb.MongoException;
import io.shiporskip.query.projecting.follow.ProjectingEngine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether the query side serves: 200 {@code ok}, else 503 with the reason in words. A projection that an event stopped is
 * named behind the {@code ok}: the others go on, and a restart of the node would not mend it.
 */
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
        String trouble = engine.trouble();
        if (trouble != null) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE, trouble);
        }
        try {
            List<ProjectionView> all = states.all();
            return unserved(all)
                    .map(reason -> answer(HttpStatus.SERVICE_UNAVAILABLE, reason))
                    .orElseGet(() -> answer(HttpStatus.OK, "ok" + stopped(all)));
        } catch (MongoException unreachable) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE, "the database does not answer");
        }
    }

    private Optional<String> unserved(List<ProjectionView> all) {
        if (all.size() < states.expected()) {
            return Optional.of("the projections have not started yet");
        }
        return all.stream()
                .filter(projection -> !projection.served())
                .findFirst()
                .map(QueryHealth::unserved);
    }

    private static String unserved(ProjectionView projection) {
        String name = "projection " + projection.name();
        return projection.later()
                ? name + " is a later program's: revision " + projection.liveRevision() + ", not "
                        + projection.revision()
                : name + " is being filled";
    }

    private static String stopped(List<ProjectionView> all) {
        return all.stream()
                .flatMap(projection -> Optional.ofNullable(projection.stopped()).stream()
                        .map(stop -> ", but projection " + projection.name() + " stopped: " + stop.reason()))
                .collect(Collectors.joining());
    }

    private static ResponseEntity<String> answer(HttpStatus status, String text) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_PLAIN)
                .body(text);
    }
}
