package io.shiporskip.query.projecting.follow;

import io.shiporskip.query.projecting.UnfoldableEventException;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.projecting.store.GenerationProgress;
import io.shiporskip.query.projecting.store.ProgressStore;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which events a generation may leave out because an operator said so; each that it does marks it as incomplete. */
final class Skips {

    private static final Logger LOG = LoggerFactory.getLogger(Skips.class);

    private final Generation generation;
    private final Set<Long> allowed;
    private final ProgressStore progress;

    Skips(Generation generation, GenerationProgress at, ProgressStore progress) {
        this.generation = generation;
        this.allowed = Set.copyOf(at.skippable());
        this.progress = progress;
    }

    /** @throws UnfoldableEventException the one given, when nobody allowed to skip it */
    void skip(UnfoldableEventException unfoldable) {
        if (!allowed.contains(unfoldable.position())) {
            throw unfoldable;
        }
        progress.skipped(generation, unfoldable.position());
        LOG.warn("{} leaves out an event, as it was told to: {}", generation, unfoldable.getMessage());
    }
}
