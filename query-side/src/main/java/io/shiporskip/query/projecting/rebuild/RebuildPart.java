package io.shiporskip.query.projecting.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * What a rebuild does to one projection.
 *
 * @param revision of the projection that it was asked for
 * @param generation number of the one it fills; absent before it has one
 * @param comparison with the live generation; absent before it, and where the live one could not be compared
 * @param reason why it failed, or why there is no comparison
 */
public record RebuildPart(
        String projection,
        int revision,
        RebuildPhase phase,
        @Nullable Integer generation,
        @Nullable Comparison comparison,
        @Nullable String reason) {

    static RebuildPart requested(String projection, int revision) {
        return new RebuildPart(projection, revision, RebuildPhase.REQUESTED, null, null, null);
    }

    RebuildPart filling(int number) {
        return new RebuildPart(projection, revision, RebuildPhase.FILLING, number, comparison, reason);
    }

    RebuildPart in(RebuildPhase now) {
        return new RebuildPart(projection, revision, now, generation, comparison, reason);
    }

    RebuildPart compared(Comparison found) {
        return new RebuildPart(projection, revision, phase, generation, found, null);
    }

    RebuildPart notCompared(String why) {
        return new RebuildPart(projection, revision, phase, generation, null, why);
    }

    RebuildPart failed(String why) {
        return new RebuildPart(projection, revision, RebuildPhase.FAILED, generation, comparison, why);
    }
}
