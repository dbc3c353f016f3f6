package io.shiporskip.log.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Supplier;

/** What one appender shows of itself, until it is closed. Several on one registry are told apart by a number, from 1. */
public final class AppenderMeters implements AutoCloseable {

    private static final String TAG = "appender";
    private static final String WRITABLE = "event.log.writable";

    private final MeterRegistry registry;
    private final List<Gauge> gauges;

    AppenderMeters(
            MeterRegistry registry, Supplier<Number> commits, Supplier<Number> bytes, Supplier<Number> writable) {
        this.registry = registry;
        synchronized (registry) {
            String number = freeNumber();
            this.gauges = List.of(
                    gauge("event.log.queue.commits", "Commits that wait to be sent", number, commits),
                    gauge(
                            "event.log.queue.bytes",
                            "About the bytes of the commits that wait to be sent",
                            number,
                            bytes),
                    gauge(WRITABLE, "1 while commits are taken and answered, else 0", number, writable));
        }
    }

    private String freeNumber() {
        int number = 1;
        while (registry.find(WRITABLE).tag(TAG, Integer.toString(number)).gauge() != null) {
            number++;
        }
        return Integer.toString(number);
    }

    private Gauge gauge(String name, String description, String number, Supplier<Number> value) {
        return Gauge.builder(name, value)
                .description(description)
                .tag(TAG, number)
                .register(registry);
    }

    @Override
    public void close() {
        gauges.forEach(registry::remove);
    }
}
