package io.shiporskip.query.projecting.rebuild;

import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.projecting.store.ModelState;
import io.shiporskip.query.projecting.store.Versioned;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out open rebuilds, one after another, on a thread of its own while this node folds: those that somebody asked
 * for, those that a crash cut off, and those that a higher revision calls for. What a later program's revision made or
 * asked for is left alone, so that two versions side by side do not undo each other's work; only one of a read model that
 * this program does not know is ended, since nobody may be left who does.
 */
final class RebuildRunner implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildRunner.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final List<Projection<?>> projections;
    private final Turn turn;
    private final Consumer<@Nullable String> trouble;
    private final Set<String> startedForRevision = new HashSet<>();

    /** @param trouble told after each look: what went wrong that no second try will mend by itself; null for nothing */
    RebuildRunner(List<Projection<?>> projections, Turn turn, Consumer<@Nullable String> trouble) {
        this.projections = projections;
        this.turn = turn;
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
            attend();
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

    private void attend() throws InterruptedException {
        List<Rebuild> open = turn.rebuilds().open();
        Map<String, Versioned<ModelState>> states = states();
        endOrphans(states, open);
        resumeStopped();
        startForRevisions(states, open);
        for (Rebuild rebuild : open) {
            boolean rests = rebuild.phase() == RebuildPhase.PAUSED && rebuild.order() == RebuildOrder.PAUSE;
            if (!rests && !isLater(rebuild)) {
                new RebuildRun(turn, rebuild, this::named, this::resumeStopped).run();
            }
        }
    }

    /** A generation in hand of a rebuild that is over, or of which no record is left, is let go. */
    private void endOrphans(Map<String, Versioned<ModelState>> states, List<Rebuild> open) {
        for (Versioned<ModelState> model : states.values()) {
            ModelState state = model.state();
            Integer number = state.rebuilding();
            boolean known = open.stream().anyMatch(rebuild -> state.isFilledBy(rebuild.id()));
            if (number != null && !known) {
                if (number != state.generation() && !number.equals(state.previous())) {
                    named(model.id()).ifPresent(projection -> turn.lanes().drop(projection, number));
                }
                turn.states().endOrphan(model);
            }
        }
    }

    /** Takes up a live generation that an operator let skip the event at which it had stopped. */
    private void resumeStopped() {
        Map<String, Versioned<ModelState>> states = states();
        Map<String, Generation> folded = turn.live().generations();
        for (Projection<?> projection : projections) {
            Versioned<ModelState> model = states.get(projection.name());
            if (model == null || !model.state().serves(projection)) {
                continue;
            }
            var live = new Generation(projection.name(), model.state().generation());
            Generation here = folded.get(projection.name());
            if (here != null && !here.equals(live)) {
                turn.live().endTurn(here + " is folded here, but " + live + " is live");
            } else if (here == null && turn.lanes().progress().of(live).stopped() == null) {
                turn.live().resume(projection.name(), () -> turn.lanes().open(projection, live.number()));
            }
        }
    }

    private Map<String, Versioned<ModelState>> states() {
        return turn.states().of(projections.stream().map(Projection::name).toList());
    }

    /** All that a new program has changed, in one pass; each once in a turn, lest one that fails start over for ever. */
    private void startForRevisions(Map<String, Versioned<ModelState>> states, List<Rebuild> open) {
        List<Projection<?>> changed = projections.stream()
                .<Projection<?>>map(projection -> projection)
                .filter(projection -> isOutdated(projection, states.get(projection.name())))
                .filter(projection -> open.stream()
                        .noneMatch(rebuild -> rebuild.part(projection.name()).isPresent()))
                .filter(projection -> startedForRevision.add(projection.name()))
                .toList();
        if (!changed.isEmpty()) {
            turn.rebuilds().request(changed, RebuildPlan.PLAIN);
        }
    }

    private static boolean isOutdated(Projection<?> projection, @Nullable Versioned<ModelState> model) {
        if (model == null || model.state().revision() > projection.revision()) {
            return false;
        }
        return !model.state().serves(projection);
    }

    /** Whether a later program asked for it, and knows how to fill it. */
    private boolean isLater(Rebuild rebuild) {
        return rebuild.parts().stream()
                .anyMatch(part -> part.revision()
                        > named(part.projection()).map(Projection::revision).orElse(Integer.MAX_VALUE));
    }

    private Optional<Projection<?>> named(String name) {
        return projections.stream()
                .<Projection<?>>map(projection -> projection)
                .filter(projection -> projection.name().equals(name))
                .findFirst();
    }
}
