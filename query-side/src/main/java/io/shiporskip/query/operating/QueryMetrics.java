package io.shiporskip.query.operating;

import io.shiporskip.edge.access.Requires;
import io.shiporskip.edge.access.Role;
import io.shiporskip.edge.metrics.MetricsText;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The meters of the process that folds and shows, for its operator. */
@RestController
class QueryMetrics {

    private final MetricsText text;

    QueryMetrics(MetricsText text) {
        this.text = text;
    }

    @GetMapping("/metrics/query")
    @Requires(Role.OPERATOR)
    ResponseEntity<String> metrics() {
        return text.answer();
    }
}
