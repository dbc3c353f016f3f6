package io.shiporskip.query.projecting.follow;

import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.read.LogFollower;
import io.shiporskip.log.read.LogReader;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.EventTail;
import io.shiporskip.query.projecting.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The event log as projections read it. */
public final class LogEventSource implements EventSource {

    private final LogReader reader;
    private final LogWakeUp wakeUp;
    private final Function<StoredEvent, Object> decoder;

    /** @param decoder reads what an event says; throws where it cannot */
    public LogEventSource(LogReader reader, LogWakeUp wakeUp, Function<StoredEvent, Object> decoder) {
        this.reader = reader;
        this.wakeUp = wakeUp;
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
        var follower = new LogFollower(reader, wakeUp, after);
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
