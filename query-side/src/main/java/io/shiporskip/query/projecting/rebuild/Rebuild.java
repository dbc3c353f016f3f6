package io.shiporskip.query.projecting.rebuild;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One filling of a read model anew, while it runs and after.
 *
 * @param id number of the generation it fills
 * @param revision of the projection it fills it by
 * @param position how far it is
 * @param head the log's end when last looked at
 * @param eventsPerSecond since this process took it up; absent before there is a figure
 * @param secondsLeft at that pace; absent before there is a figure
 * @param comparison with the live generation; absent before it, and where the live one could not be compared
 * @param reason why it failed, or why there is no comparison
 */
public record Rebuild(
        String projection,
        int id,
        int revision,
        RebuildState state,
        Instant startedAt,
        long position,
        long head,
        @Nullable Long eventsPerSecond,
        @Nullable Long secondsLeft,
        @Nullable Comparison comparison,
        @Nullable String reason) {

    static Rebuild requested(String projection, int id, int revision, Instant now, long head) {
        return new Rebuild(
                projection, id, revision, RebuildState.REQUESTED, now, 0, head, null, null, null, null);
    }

    Rebuild filling(long nowAt, long nowHead, @Nullable Long pace) {
        Long left = pace == null || pace == 0 ? null : Math.max(0, nowHead - nowAt) / pace;
        return new Rebuild(
                projection, id, revision, RebuildState.FILLING, startedAt, nowAt, nowHead, pace, left, null, null);
    }

    Rebuild comparing(long nowAt) {
        return new Rebuild(
                projection, id, revision, RebuildState.COMPARING, startedAt, nowAt, head, eventsPerSecond, 0L, null, null);
    }

    Rebuild compared(Comparison found) {
        return new Rebuild(
                projection, id, revision, state, startedAt, position, head, eventsPerSecond, 0L, found, null);
    }

    Rebuild notCompared(String why) {
        return new Rebuild(projection, id, revision, state, startedAt, position, head, eventsPerSecond, 0L, null, why);
    }

    Rebuild swapped() {
        return new Rebuild(
                projection,
                id,
                revision,
                RebuildState.SWAPPED,
                startedAt,
                position,
                head,
                eventsPerSecond,
                0L,
                comparison,
                reason);
    }

    Rebuild failed(String why) {
        return new Rebuild(
                projection, id, revision, RebuildState.FAILED, startedAt, position, head, null, null, null, why);
    }

    public boolean open() {
        return state != RebuildState.SWAPPED && state != RebuildState.FAILED;
    }
}
