package io.shiporskip.benchmarks.asof;

import io.shiporskip.benchmarks.product.Product;
import io.shiporskip.query.projecting.BatchFold;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.projecting.asof.Models;
import io.shiporskip.query.projecting.rebuild.ContentHash;
import io.shiporskip.query.projecting.store.DocumentForm;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A rebuild in memory from position 1, which stops at each of some positions and compares. */
final class Replay {

    private static final int BATCH = 1_000;

    private final Models models;
    private final EventSource source;
    private final List<Folding<?>> foldings;
    private long folded;
    private long nanos;

    Replay(Product product) {
        models = product.bean(Models.class);
        source = product.bean(EventSource.class);
        foldings = product.projections().stream()
                .filter(Projection::checkpointed)
                .<Folding<?>>map(projection -> new Folding<>(projection))
                .toList();
    }

    int projections() {
        return foldings.size();
    }

    double perSecond() {
        return folded / (nanos / 1e9);
    }

    /** @param positions ascending */
    int differing(List<Long> positions) {
        int differing = 0;
        for (long position : positions) {
            long began = System.nanoTime();
            forwardTo(position);
            nanos += System.nanoTime() - began;
            if (!foldings.stream().allMatch(folding -> folding.equalsPast(models, position))) {
                differing++;
            }
        }
        return differing;
    }

    private void forwardTo(long position) {
        while (folded < position) {
            List<RecordedEvent> batch = source.after(folded, (int) Math.min(BATCH, position - folded)).stream()
                    .filter(event -> event.position() <= position)
                    .toList();
            foldings.forEach(folding -> folding.fold(batch));
            folded = batch.getLast().position();
        }
    }

    /** One projection's documents on the way. */
    private static final class Folding<D extends Record> {

        private final Projection<D> projection;
        private final BatchFold<D> fold;
        private final DocumentForm<D> form;
        private final Map<String, Folded<D>> documents = new HashMap<>();

        Folding(Projection<D> projection) {
            this.projection = projection;
            this.fold = new BatchFold<>(projection);
            this.form = new DocumentForm<>(projection.form(), "position");
        }

        void fold(List<RecordedEvent> batch) {
            fold.byDocument(batch)
                    .forEach((id, events) -> documents.compute(id, (same, before) -> fold.apply(id, before, events)));
        }

        boolean equalsPast(Models models, long position) {
            var past = models.past(new AsOf.Position(position, null, true), projection);
            return hash(past.documents()).equals(hash(documents));
        }

        private String hash(Map<String, Folded<D>> all) {
            var hash = new ContentHash();
            all.values().stream()
                    .sorted(Comparator.comparing(Folded::id))
                    .forEach(one -> hash.add(ContentHash.canonical(form.write(one.id(), one.position(), one.state()))));
            return hash.hex();
        }
    }
}
