package io.shiporskip.query.projecting;

import java.util.List;

/** The log as projections read it: in position order, without gaps. Safe for several threads. */
public interface EventSource {

    /** Position of the last event that is durable; 0 when there is none. */
    long head();

    /** The events that follow a position, about {@code limit} of them, one at least unless it is the head. */
    List<RecordedEvent> after(long position, int limit);

    /** Follows the log's end from a position on. */
    EventTail follow(long after);
}
