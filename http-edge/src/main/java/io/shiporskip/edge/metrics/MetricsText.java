package io.shiporskip.edge.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** All meters of the process in Prometheus' text format, for a side to give out at its address. */
public final class MetricsText {

    /** Prometheus text exposition format 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats/ */
    private static final MediaType FORMAT = MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");

    private final PrometheusMeterRegistry registry;

    MetricsText(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    public ResponseEntity<String> answer() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(FORMAT)
                .body(registry.scrape());
    }
}
