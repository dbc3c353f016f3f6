package io.shiporskip.query.projecting.asof;

import io.shiporskip.query.projecting.BatchFold;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folds one read model forward in memory from a past state. For one thread. */
final class PastFold<D extends Record> {

    private final Projection<D> projection;
    private final BatchFold<D> fold;
    private final Map<String, Folded<D>> documents;
    private long position;

    PastFold(Projection<D> projection, PastState<D> base) {
        this.projection = projection;
        this.fold = new BatchFold<>(projection);
        this.documents = new HashMap<>(base.documents());
        this.position = base.position();
    }

    Projection<D> projection() {
        return projection;
    }

    long position() {
        return position;
    }

    /**
     * Folds what of a batch is new to it.
     *
     * @param batch in log order, without gaps, starting no later than right after {@link #position}
     * @throws io.shiporskip.query.projecting.UnfoldableEventException and is of no more use
     */
    void fold(List<RecordedEvent> batch) {
        List<RecordedEvent> fresh =
                batch.stream().filter(event -> event.position() > position).toList();
        if (fresh.isEmpty()) {
            return;
        }
        if (fresh.getFirst().position() != position + 1) {
            throw new IllegalStateException(
                    projection.name() + " is at " + position + " and cannot go on with " + fresh.getFirst());
        }
        fold.byDocument(fresh)
                .forEach((id, events) -> documents.compute(id, (same, before) -> fold.apply(id, before, events)));
        position = fresh.getLast().position();
    }

    PastState<D> state() {
        return new PastState<>(position, documents);
    }
}
