package io.shiporskip.query.leaderboard.whatif;

import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.read.LogReader;
import io.shiporskip.query.projecting.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The event log itself, read by time, position and stream. */
public final class LogDays implements DayLog {

    private static final int PAGE = 1_000;

    private final LogReader reader;
    private final Function<StoredEvent, Object> decoder;

    /** @param decoder reads what an event says */
    public LogDays(LogReader reader, Function<StoredEvent, Object> decoder) {
        this.reader = reader;
        this.decoder = decoder;
    }

    @Override
    public long positionAt(Instant instant) {
        return reader.positionAt(instant);
    }

    @Override
    public List<RecordedEvent> after(long position, int limit) {
        return reader.after(position, limit).stream().map(this::recorded).toList();
    }

    @Override
    public List<RecordedEvent> stream(String name, long upTo) {
        var events = new ArrayList<RecordedEvent>();
        List<StoredEvent> page;
        long sequence = 0;
        do {
            page = reader.stream(name, sequence, PAGE);
            page.stream()
                    .filter(event -> event.position() <= upTo)
                    .map(this::recorded)
                    .forEach(events::add);
            sequence += PAGE;
        } while (page.size() == PAGE);
        return events;
    }

    private RecordedEvent recorded(StoredEvent event) {
        return new RecordedEvent(event.position(), event.time(), event.at(), () -> decoder.apply(event));
    }
}
