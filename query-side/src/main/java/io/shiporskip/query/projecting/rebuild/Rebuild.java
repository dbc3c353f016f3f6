package io.shiporskip.query.projecting.rebuild;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the log that fills one projection or several anew, while it runs and after.
 *
 * @param id from 1, in the order in which they were asked for
 * @param order what an operator wants of it
 * @param endedAt absent while it is open
 * @param parts one for each projection
 * @param fence of the node that has taken it up; 0 before one has
 */
public record Rebuild(
        int id,
        RebuildPlan plan,
        RebuildOrder order,
        RebuildPhase phase,
        Instant startedAt,
        @Nullable Instant endedAt,
        RebuildProgress progress,
        List<RebuildPart> parts,
        long fence) {

    static Rebuild requested(int id, RebuildPlan plan, List<RebuildPart> parts, Instant now, long head) {
        return new Rebuild(
                id, plan, RebuildOrder.RUN, RebuildPhase.REQUESTED, now, null, RebuildProgress.none(head), parts, 0);
    }

    public boolean isOpen() {
        return phase.isOpen();
    }

    public Optional<RebuildPart> part(String projection) {
        return parts.stream()
                .filter(part -> part.projection().equals(projection))
                .findFirst();
    }

    /**
     * Whether every model is the same as before: false as soon as one is not; empty while one that was swapped, or all of
     * them, have not been compared.
     */
    public Optional<Boolean> equal() {
        List<Comparison> compared = parts.stream()
                .flatMap(part -> Optional.ofNullable(part.comparison()).stream())
                .toList();
        if (!compared.stream().allMatch(Comparison::isEqual)) {
            return Optional.of(false);
        }
        boolean unknown =
                parts.stream().anyMatch(part -> part.phase() == RebuildPhase.SWAPPED && part.comparison() == null);
        return compared.isEmpty() || unknown ? Optional.empty() : Optional.of(true);
    }

    Rebuild ordered(RebuildOrder now) {
        return new Rebuild(id, plan, now, phase, startedAt, endedAt, progress, parts, fence);
    }

    Rebuild takenUp(long by) {
        return new Rebuild(id, plan, order, phase, startedAt, endedAt, progress, parts, by);
    }

    Rebuild in(RebuildPhase now) {
        return new Rebuild(id, plan, order, now, startedAt, endedAt, progress, parts, fence);
    }

    Rebuild at(RebuildProgress now) {
        return new Rebuild(id, plan, order, phase, startedAt, endedAt, now, parts, fence);
    }

    Rebuild with(String projection, UnaryOperator<RebuildPart> change) {
        List<RebuildPart> changed = parts.stream()
                .map(part -> part.projection().equals(projection) ? change.apply(part) : part)
                .toList();
        return new Rebuild(id, plan, order, phase, startedAt, endedAt, progress, changed, fence);
    }

    /** Over; it failed when one of its parts did. */
    Rebuild ended(Instant now) {
        RebuildPhase end = RebuildPhase.SWAPPED;
        for (RebuildPart part : parts) {
            end = part.phase().compareTo(end) > 0 && end != RebuildPhase.FAILED ? part.phase() : end;
        }
        return new Rebuild(id, plan, order, end, startedAt, now, progress.ended(), parts, fence);
    }
}
