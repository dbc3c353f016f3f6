package io.shiporskip.query.projecting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pure half of folding: sorts a batch by document, then applies to each what is newer than it. */
public final class BatchFold<D extends Record> {

    private final Projection<D> projection;

    public BatchFold(Projection<D> projection) {
        this.projection = projection;
    }

    /** The events of a batch by the documents they touch, each list in log order. */
    public Map<String, List<RecordedEvent>> byDocument(List<RecordedEvent> batch) {
        var touched = new LinkedHashMap<String, List<RecordedEvent>>();
        for (RecordedEvent event : batch) {
            for (String id : touchedBy(event)) {
                touched.computeIfAbsent(id, unseen -> new ArrayList<>()).add(event);
            }
        }
        return touched;
    }

    /** The document after those events that are newer than it; null only when there was none and none applied. */
    public @Nullable Folded<D> apply(String id, @Nullable Folded<D> before, List<RecordedEvent> events) {
        D state = before == null ? null : before.state();
        long position = before == null ? 0 : before.position();
        for (RecordedEvent event : events) {
            if (event.position() > position) {
                state = folded(state, event);
                position = event.position();
            }
        }
        return state == null || (before != null && position == before.position())
                ? before
                : new Folded<>(id, position, state);
    }

    private D folded(@Nullable D before, RecordedEvent event) {
        try {
            return projection.fold(before, event);
        } catch (RuntimeException unfoldable) {
            throw new UnfoldableEventException(event.position(), unfoldable);
        }
    }

    private Iterable<String> touchedBy(RecordedEvent event) {
        try {
            return projection.touches(event);
        } catch (RuntimeException unfoldable) {
            throw new UnfoldableEventException(event.position(), unfoldable);
        }
    }
}
