package io.shiporskip.query.sample;

import io.shiporskip.events.DomainEvent;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.EventTail;
import io.shiporskip.query.projecting.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** A log in memory: the events of a list, from position 1 on, one to a block. */
public final class ListedEvents implements EventSource {

    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private final List<RecordedEvent> events = new ArrayList<>();
    private final BallotTimes ballots = new BallotTimes();

    /** One event a second. */
    public ListedEvents(List<? extends DomainEvent> payloads) {
        this(payloads, START::plusSeconds);
    }

    /** @param times when the event at each position happened; may go back */
    public ListedEvents(List<? extends DomainEvent> payloads, LongFunction<Instant> times) {
        Instant at = Instant.EPOCH;
        for (DomainEvent payload : payloads) {
            long position = events.size() + 1L;
            Instant time = times.apply(position);
            at = time.isAfter(at) ? time : at;
            DomainEvent stamped = ballots.stamped(payload, time);
            events.add(new RecordedEvent(position, time, at, () -> stamped));
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
