package io.shiporskip.query.operating;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.rebuild.Rebuild;
import io.shiporskip.query.projecting.rebuild.Rebuilds;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * How far the read models are, as meters. Every node shows the same, whichever folds: it is read from the database, once
 * a scrape. What cannot be read just now has no value.
 */
@Component
final class ProjectionMeters {

    private final Looked<List<ProjectionView>> projections;
    private final Looked<List<Rebuild>> rebuilds;

    ProjectionMeters(MeterRegistry registry, ProjectionStates states, Rebuilds rebuilds) {
        this.projections = new Looked<>(states::all, System::nanoTime);
        this.rebuilds = new Looked<>(() -> rebuilds.latest(1), System::nanoTime);
        states.known().forEach(projection -> register(registry, projection));
        Gauge.builder("projections.stopped", this, meters -> meters.stopped())
                .description("Read models that an event has stopped")
                .register(registry);
        Gauge.builder("projections.incomplete", this, meters -> meters.incomplete())
                .description("Read models that leave an event out")
                .register(registry);
        Gauge.builder("rebuild.open", this, meters -> meters.rebuild(rebuild -> rebuild.isOpen() ? 1 : 0))
                .description("1 while the last rebuild that was asked for is not over")
                .register(registry);
        Gauge.builder(
                        "rebuild.position",
                        this,
                        meters -> meters.rebuild(last -> last.progress().position()))
                .description("Up to where the last rebuild has filled all of its generations")
                .register(registry);
        Gauge.builder(
                        "rebuild.head",
                        this,
                        meters -> meters.rebuild(last -> last.progress().head()))
                .description("The log's end when the last rebuild last looked")
                .register(registry);
    }

    private void register(MeterRegistry registry, Projection<?> projection) {
        String name = projection.name();
        Gauge.builder("projection.lag.events", this, meters -> meters.of(name, view -> view.head() - view.position()))
                .description("Events of the log that the live generation does not hold yet")
                .tag("projection", name)
                .register(registry);
        FunctionCounter.builder("projection.folded.events", this, meters -> meters.of(name, ProjectionView::position))
                .description("Events of the log that the live generation holds")
                .tag("projection", name)
                .register(registry);
    }

    private double of(String projection, ToDoubleFunction<ProjectionView> value) {
        return projections.now().stream()
                .flatMap(List::stream)
                .filter(view -> view.name().equals(projection))
                .mapToDouble(value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private double stopped() {
        return count(view -> view.stopped() != null);
    }

    private double incomplete() {
        return count(view -> !view.skipped().isEmpty());
    }

    private double count(Predicate<ProjectionView> which) {
        return projections
                .now()
                .map(all -> (double) all.stream().filter(which).count())
                .orElse(Double.NaN);
    }

    private double rebuild(ToDoubleFunction<Rebuild> value) {
        return rebuilds.now()
                .map(last -> last.stream().mapToDouble(value).findFirst().orElse(0))
                .orElse(Double.NaN);
    }
}
