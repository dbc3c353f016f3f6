package io.shiporskip.query.projecting.rebuild;

import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.store.ModelState;
import io.shiporskip.query.projecting.store.Versioned;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out open rebuilds, one after another, on a thread of its own while this node folds: those that somebody asked
 * for, those that a crash cut off, and those that a higher revision calls for. What a later program's revision made or
 * asked for is left alone, so that two versions side by side do not undo each other's work.
 */
final class RebuildRunner implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildRunner.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final List<Projection<?>> projections;
    private final RebuildTools tools;
    private final Consumer<@Nullable String> trouble;
    private final Set<String> startedForRevision = new HashSet<>();

    /** @param trouble told after each look: what went wrong that no second try will mend by itself; null for nothing */
    RebuildRunner(List<Projection<?>> projections, RebuildTools tools, Consumer<@Nullable String> trouble) {
        this.projections = projections;
        this.tools = tools;
        this.trouble = trouble;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            Map<String, Versioned<ModelState>> states =
                    tools.states().of(projections.stream().map(Projection::name).toList());
            for (Projection<?> projection : projections) {
                Versioned<ModelState> state = states.get(projection.name());
                if (state != null) {
                    attend(projection, state.state());
                }
            }
            trouble.accept(null);
        } catch (Error failure) {
            trouble.accept(failure.toString());
            LOG.error("A rebuild cannot go on and is tried again: {}", failure.toString(), failure);
        } catch (RuntimeException failure) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LOG.warn("A rebuild was interrupted and will be taken up again: {}", failure.toString(), failure);
        }
    }

    private void attend(Projection<?> projection, ModelState state) throws InterruptedException {
        Integer open = state.rebuilding();
        if (open != null) {
            new RebuildRun<>(projection, open, tools).run();
        } else if (state.revision() < projection.revision() && startedForRevision.add(projection.name())) {
            tools.rebuilds().request(projection);
        }
    }
}
