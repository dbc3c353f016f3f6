package io.shiporskip.query.audit;

import io.shiporskip.log.LogHead;
import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.read.LogReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads events as they stand in the log. */
public final class AuditLog {

    private final LogReader reader;

    public AuditLog(LogReader reader) {
        this.reader = reader;
    }

    public LogHead head() {
        return reader.head();
    }

    /** The same as everybody may see it. */
    public HeadView headView() {
        return HeadView.of(head());
    }

    /** The events after one position up to another, in order; at most {@code limit} of them. */
    public List<EventView> between(long after, long upTo, int limit) {
        return reader.after(after, limit).stream()
                .filter(event -> event.position() <= upTo)
                .limit(limit)
                .map(EventView::of)
                .toList();
    }

    /** The last event of a stream; empty when there is no such stream. */
    public Optional<StoredEvent> last(String stream) {
        OptionalLong sequence = reader.lastSequence(stream);
        return sequence.isEmpty()
                ? Optional.empty()
                : reader.stream(stream, sequence.getAsLong(), 1).stream().findFirst();
    }

    /**
     * The events at some positions, in order. Costs a read of the whole stretch between the first and the last of them.
     *
     * @param positions at least one
     */
    public List<EventView> at(Set<Long> positions) {
        long first = positions.stream().mapToLong(Long::longValue).min().orElseThrow();
        long last = positions.stream().mapToLong(Long::longValue).max().orElseThrow();
        List<StoredEvent> stretch = reader.after(first - 1, Math.toIntExact(last - first + 1));
        return stretch.stream()
                .filter(event -> positions.contains(event.position()))
                .map(EventView::of)
                .toList();
    }
}
