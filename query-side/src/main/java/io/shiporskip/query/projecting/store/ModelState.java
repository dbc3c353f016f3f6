package io.shiporskip.query.projecting.store;

import io.shiporskip.query.projecting.Projection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which generation of a read model is live: its alias.
 *
 * @param revision of the projection that the live generation is folded by
 * @param generation number of the live one; 0 while the first is still being filled
 * @param previous the one before, kept for a way back; absent when there is none
 * @param last the highest number ever given
 * @param rebuilding number of the one being filled; absent when none is
 */
public record ModelState(
        int revision,
        int generation,
        @Nullable Integer previous,
        int last,
        @Nullable Integer rebuilding) {

    /** Whether there is a live generation, and of the revision that a projection has. */
    public boolean serves(Projection<?> projection) {
        return generation > 0 && revision == projection.revision();
    }

    static ModelState firstLive(int revision) {
        return new ModelState(revision, 1, null, 1, null);
    }

    static ModelState firstFilling(int revision) {
        return new ModelState(revision, 0, null, 1, 1);
    }

    ModelState startRebuild() {
        return new ModelState(revision, generation, previous, last + 1, last + 1);
    }

    ModelState swap(int rebuilt, int toRevision) {
        return new ModelState(toRevision, rebuilt, generation == 0 ? null : generation, last, rebuilding);
    }

    ModelState endRebuild() {
        return new ModelState(revision, generation, previous, last, null);
    }

    public Optional<Integer> openRebuild() {
        return Optional.ofNullable(rebuilding);
    }
}
