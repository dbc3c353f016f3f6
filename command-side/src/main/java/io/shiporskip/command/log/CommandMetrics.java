package io.shiporskip.command.log;

import io.shiporskip.edge.access.Requires;
import io.shiporskip.edge.access.Role;
import io.shiporskip.edge.metrics.MetricsText;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The meters of the process that writes, for its operator. */
@RestController
class CommandMetrics {

    private final MetricsText text;

    CommandMetrics(MetricsText text) {
        this.text = text;
    }

    @GetMapping("/metrics/command")
    @Requires(Role.OPERATOR)
    ResponseEntity<String> metrics() {
        return text.answer();
    }
}
