package io.shiporskip.query.projecting;

import java.time.Duration;
import java.util.List;

/** One follower's place at the log's end. For one thread. */
public interface EventTail extends AutoCloseable {

    /** The next events in order; waits up to {@code wait} for them, and is empty when there are none. */
    List<RecordedEvent> next(int limit, Duration wait) throws InterruptedException;

    @Override
    void close();
}
