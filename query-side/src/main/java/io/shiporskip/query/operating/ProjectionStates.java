package io.shiporskip.query.operating;

import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.rebuild.Rebuild;
import io.shiporskip.query.projecting.rebuild.Rebuilds;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.projecting.store.GenerationProgress;
import io.shiporskip.query.projecting.store.ModelState;
import io.shiporskip.query.projecting.store.ModelStates;
import io.shiporskip.query.projecting.store.ProgressStore;
import io.shiporskip.query.projecting.store.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks up how the projections are, from what every node can see. */
public final class ProjectionStates {

    /** A projection's last rebuild is looked for among so many. */
    private static final int SHOWN = 20;

    private final List<Projection<?>> projections;
    private final ModelStates states;
    private final ProgressStore progress;
    private final Rebuilds rebuilds;
    private final EventSource source;

    public ProjectionStates(
            List<Projection<?>> projections,
            ModelStates states,
            ProgressStore progress,
            Rebuilds rebuilds,
            EventSource source) {
        this.projections = projections;
        this.states = states;
        this.progress = progress;
        this.rebuilds = rebuilds;
        this.source = source;
    }

    /** Those that have started, in the order of their names. */
    List<ProjectionView> all() {
        Map<String, Versioned<ModelState>> standing =
                states.of(projections.stream().map(Projection::name).toList());
        long head = source.head();
        List<Rebuild> latest = rebuilds.latest(SHOWN);
        var views = new ArrayList<ProjectionView>();
        for (Projection<?> projection : projections) {
            Versioned<ModelState> model = standing.get(projection.name());
            if (model != null) {
                views.add(view(projection, model.state(), head, latest));
            }
        }
        views.sort((one, other) -> one.name().compareTo(other.name()));
        return List.copyOf(views);
    }

    /** How much of the log the read models have yet to show. */
    public Backlog backlog() {
        List<ProjectionView> started = all();
        List<ProjectionView> going =
                started.stream().filter(ProjectionView::goesOn).toList();
        long position = going.stream().mapToLong(ProjectionView::reached).min().orElse(0);
        boolean done = started.size() == expected()
                && going.stream().allMatch(view -> view.served() && view.position() >= view.head());
        return new Backlog(position, source.head(), done);
    }

    Optional<Projection<?>> named(String name) {
        return projections.stream()
                .<Projection<?>>map(projection -> projection)
                .filter(projection -> projection.name().equals(name))
                .findFirst();
    }

    /** All of this program's. */
    List<Projection<?>> known() {
        return projections;
    }

    /**
     * Lets a projection that has stopped leave out the event at which it did.
     *
     * @return false when it is not stopped there
     */
    boolean skip(Projection<?> projection, long position) {
        return states.of(projection.name())
                .map(Versioned::state)
                .filter(state -> state.serves(projection))
                .filter(state -> progress.allowSkip(new Generation(projection.name(), state.generation()), position))
                .isPresent();
    }

    boolean canSwapBack(Projection<?> projection) {
        return states.of(projection.name())
                .filter(model -> model.state().canSwapBack(projection))
                .isPresent();
    }

    int expected() {
        return projections.size();
    }

    private ProjectionView view(Projection<?> projection, ModelState state, long head, List<Rebuild> latest) {
        GenerationProgress reached = progress.of(new Generation(projection.name(), state.generation()));
        return new ProjectionView(
                projection.name(),
                projection.revision(),
                state.generation(),
                state.revision(),
                state.previous(),
                state.canSwapBack(projection),
                reached.position(),
                head,
                stopped(reached),
                reached.skipped(),
                latest.stream()
                        .flatMap(rebuild -> RebuildView.of(rebuild, projection.name()).stream())
                        .findFirst()
                        .orElse(null));
    }

    private static @Nullable StopView stopped(GenerationProgress progress) {
        return progress.stopped() == null ? null : StopView.of(progress.stopped());
    }
}
