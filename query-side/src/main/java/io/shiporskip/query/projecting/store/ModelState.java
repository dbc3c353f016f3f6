package io.shiporskip.query.projecting.store;

import io.shiporskip.query.projecting.Projection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which generation of a read model is live: its alias.
 *
 * @param revision of the projection that the live generation is folded by
 * @param generation number of the live one; 0 while the first is still being filled
 * @param previous the one before, kept for a way back; absent when there is none
 * @param previousRevision of the projection that the previous one was folded by; absent when there is none
 * @param last the highest number ever given
 * @param rebuilding number of the one being filled; absent when none is
 * @param rebuild id of the rebuild that fills it; absent when none does
 * @param fence of the node that fills it: an earlier holder of the lease can no longer swap
 */
public record ModelState(
        int revision,
        int generation,
        @Nullable Integer previous,
        @Nullable Integer previousRevision,
        int last,
        @Nullable Integer rebuilding,
        @Nullable Integer rebuild,
        @Nullable Long fence) {

    /** Whether there is a live generation, and of the revision that a projection has. */
    public boolean serves(Projection<?> projection) {
        return generation > 0 && revision == projection.revision();
    }

    /** Whether the generation before can be folded by a projection, and so come back. */
    public boolean canSwapBack(Projection<?> projection) {
        return previous != null && Objects.equals(previousRevision, projection.revision());
    }

    /** Whether a rebuild has taken it in hand. */
    public boolean isFilledBy(int id) {
        return rebuilding != null && rebuild != null && rebuild == id;
    }

    static ModelState firstLive(int revision) {
        return new ModelState(revision, 1, null, null, 1, null, null, null);
    }

    static ModelState none(int revision) {
        return new ModelState(revision, 0, null, null, 0, null, null, null);
    }

    ModelState fillNext(int id, long by) {
        return new ModelState(revision, generation, previous, previousRevision, last + 1, last + 1, id, by);
    }

    ModelState fillPrevious(int id, long by) {
        return new ModelState(revision, generation, previous, previousRevision, last, previous, id, by);
    }

    ModelState filledBy(long by) {
        return new ModelState(revision, generation, previous, previousRevision, last, rebuilding, rebuild, by);
    }

    ModelState swap(int filled, int toRevision) {
        boolean first = generation == 0;
        return new ModelState(
                toRevision,
                filled,
                first ? null : Integer.valueOf(generation),
                first ? null : Integer.valueOf(revision),
                last,
                rebuilding,
                rebuild,
                fence);
    }

    ModelState endRebuild() {
        return new ModelState(revision, generation, previous, previousRevision, last, null, null, null);
    }

    public Optional<Integer> openRebuild() {
        return Optional.ofNullable(rebuilding);
    }
}
