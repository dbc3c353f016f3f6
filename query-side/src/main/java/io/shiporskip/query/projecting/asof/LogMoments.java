package io.shiporskip.query.projecting.asof;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.read.LogReader;
import java.time.Instant;
import java.time.InstantSource;

/** Moments of the event log. */
public final class LogMoments implements Moments {

    private static final String FIELD = "asOf";

    private final LogReader log;
    private final InstantSource clock;

    public LogMoments(LogReader log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public AsOf.Position at(long position) {
        long head = log.head().position();
        if (position > head) {
            throw Problems.futurePosition(FIELD, position, head);
        }
        return written(position, true);
    }

    @Override
    public AsOf.Position at(Instant instant) {
        Instant now = clock.instant();
        if (instant.isAfter(now)) {
            throw Problems.invalid(FIELD, "lies in the future: this server's clock says " + now);
        }
        LogHead head = log.head();
        boolean fixed = head.position() > 0 && instant.isBefore(head.at());
        return written(fixed ? log.positionAt(instant) : head.position(), fixed);
    }

    private AsOf.Position written(long position, boolean fixed) {
        Instant at = position == 0
                ? null
                : log.at(position).map(StoredEvent::at).orElseThrow(() -> Problems.futurePosition(FIELD, position, 0));
        return new AsOf.Position(position, at, fixed);
    }
}
