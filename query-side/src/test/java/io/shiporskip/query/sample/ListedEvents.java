package io.shiporskip.query.sample;

import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.EventTail;
import io.shiporskip.query.projecting.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A log in memory: the events of a list, from position 1 on. */
public final class ListedEvents implements EventSource {

    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private final List<RecordedEvent> events = new ArrayList<>();

    public ListedEvents(List<?> payloads) {
        for (Object payload : payloads) {
            long position = events.size() + 1L;
            events.add(new RecordedEvent(position, START.plusSeconds(position), () -> payload));
        }
    }

    @Override
    public long head() {
        return events.size();
    }

    @Override
    public List<RecordedEvent> after(long position, int limit) {
        int from = Math.toIntExact(position);
        return List.copyOf(events.subList(from, Math.min(events.size(), from + limit)));
    }

    @Override
    public EventTail follow(long after) {
        throw new UnsupportedOperationException("a list does not grow");
    }
}
