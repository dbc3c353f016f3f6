package io.shiporskip.command.log;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether commands can be taken: 200 {@code ok}, or 503 with the reason, one line each. */
@RestController
class CommandHealth {

    private final List<Readiness> parts;

    CommandHealth(List<Readiness> parts) {
        this.parts = parts;
    }

    @GetMapping(path = "/healthz/command", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> health() {
        List<String> reasons = parts.stream()
                .map(Readiness::notReady)
                .flatMap(Optional::stream)
                .toList();
        return reasons.isEmpty()
                ? ResponseEntity.ok("ok")
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(String.join("\n", reasons));
    }
}
