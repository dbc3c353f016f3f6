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
        Folded<D> document = before;
        for (RecordedEvent event : events) {
            if (document == null || event.position() > document.position()) {
                document = new Folded<>(id, event.position(), folded(document, event));
            }
        }
        return document;
    }

    private D folded(@Nullable Folded<D> before, RecordedEvent event) {
        try {
            return projection.fold(before == null ? null : before.state(), event);
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
