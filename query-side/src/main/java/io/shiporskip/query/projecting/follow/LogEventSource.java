package io.shiporskip.query.projecting.follow;

import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.read.LogFollower;
import io.shiporskip.log.read.LogHub;
import io.shiporskip.log.read.LogReader;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.EventTail;
import io.shiporskip.query.projecting.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The event log as projections read it: its end through the hub of the process, stretches of it by themselves. */
public final class LogEventSource implements EventSource {

    /** Of this follower's meter. */
    private static final String NAME = "projections";

    private final LogReader reader;
    private final LogHub hub;
    private final Function<StoredEvent, Object> decoder;

    /** @param decoder reads what an event says; throws where it cannot */
    public LogEventSource(LogReader reader, LogHub hub, Function<StoredEvent, Object> decoder) {
        this.reader = reader;
        this.hub = hub;
        this.decoder = decoder;
    }

    @Override
    public long head() {
        return reader.head().position();
    }

    @Override
    public List<RecordedEvent> after(long position, int limit) {
        return recorded(reader.after(position, limit));
    }

    @Override
    public EventTail follow(long after) {
        LogFollower follower = hub.follow(NAME, after);
        return new EventTail() {
            @Override
            public List<RecordedEvent> next(int limit, Duration wait) throws InterruptedException {
                return recorded(follower.next(limit, wait));
            }

            @Override
            public void close() {
                follower.close();
            }
        };
    }

    private List<RecordedEvent> recorded(List<StoredEvent> events) {
        return events.stream()
                .map(event -> new RecordedEvent(event.position(), event.time(), event.at(), () -> decoder.apply(event)))
                .toList();
    }
}
