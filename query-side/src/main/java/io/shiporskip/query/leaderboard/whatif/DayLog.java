package io.shiporskip.query.leaderboard.whatif;

import io.shiporskip.query.projecting.RecordedEvent;
import java.time.Instant;
import java.util.List;

/** The log as one day of it is taken out: by time, by position, and by stream. */
public interface DayLog {

    /** The end of the last block whose time is not later; 0 when there is none. */
    long positionAt(Instant instant);

    /** The events that follow a position, about {@code limit} of them. */
    List<RecordedEvent> after(long position, int limit);

    /** All events of a stream up to a position, in order. */
    List<RecordedEvent> stream(String name, long upTo);
}
