package io.shiporskip.query.projecting.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild has come.
 *
 * @param position up to which every projection in it is filled
 * @param head the log's end when last looked at
 * @param eventsRead each once for all projections, and once more when a crash took their folding back
 * @param eventsPerSecond since this process took it up; absent before there is a figure
 * @param secondsLeft at that pace; absent before there is a figure
 */
public record RebuildProgress(
        long position,
        long head,
        long eventsRead,
        @Nullable Long eventsPerSecond,
        @Nullable Long secondsLeft) {

    static RebuildProgress none(long head) {
        return new RebuildProgress(0, head, 0, null, null);
    }

    RebuildProgress at(long nowAt, long nowHead, long read, @Nullable Long pace) {
        Long left = pace == null || pace == 0 ? null : Long.valueOf(Math.max(0, nowHead - nowAt) / pace);
        return new RebuildProgress(nowAt, Math.max(nowAt, nowHead), eventsRead + read, pace, left);
    }

    RebuildProgress ended() {
        return new RebuildProgress(position, head, eventsRead, eventsPerSecond, null);
    }
}
