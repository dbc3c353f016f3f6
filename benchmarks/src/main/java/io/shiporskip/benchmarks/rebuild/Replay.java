package io.shiporskip.benchmarks.rebuild;

import io.shiporskip.query.projecting.BatchFold;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The log folded and nothing written: read and decoded by one thread, folded by another. Folds the projections that have
 * about as many documents as there are tools; the others' documents, one a ballot and one an event, fit into no memory.
 */
final class Replay {

    private static final int BATCH = 5_000;
    private static final int AHEAD = 2;

    private final EventSource source;
    private final List<InMemory<?>> models;

    Replay(EventSource source, List<Projection<?>> projections) {
        this.source = source;
        this.models = projections.stream()
                .filter(Projection::checkpointed)
                .<InMemory<?>>map(InMemory::new)
                .toList();
    }

    /** Events a second, from the first to the head. */
    double eventsPerSecond() throws InterruptedException {
        long head = source.head();
        BlockingQueue<List<RecordedEvent>> read = new ArrayBlockingQueue<>(AHEAD);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        long start = System.nanoTime();
        Thread reading = Thread.ofPlatform().name("replay-reads").start(() -> read(head, read, failure));
        for (long position = 0; position < head; ) {
            List<RecordedEvent> batch = read.take();
            if (batch.isEmpty()) {
                throw new IllegalStateException("the log could not be read", failure.get());
            }
            models.forEach(model -> model.fold(batch));
            position = batch.getLast().position();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        reading.join();
        models.forEach(InMemory::forget);
        return head / seconds;
    }

    private void read(
            long head, BlockingQueue<List<RecordedEvent>> read, AtomicReference<@Nullable Throwable> failure) {
        try {
            for (long position = 0; position < head; ) {
                List<RecordedEvent> batch = source.after(position, BATCH);
                batch.forEach(RecordedEvent::decodeAhead);
                position = batch.getLast().position();
                read.put(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.set(e);
            read.add(List.of());
        }
    }

    private static final class InMemory<D extends Record> {

        private final BatchFold<D> fold;
        private final Map<String, Folded<D>> documents = new HashMap<>();

        InMemory(Projection<D> projection) {
            this.fold = new BatchFold<>(projection);
        }

        void fold(List<RecordedEvent> batch) {
            fold.byDocument(batch).forEach((id, events) -> {
                Folded<D> after = fold.apply(id, documents.get(id), events);
                if (after != null) {
                    documents.put(id, after);
                }
            });
        }

        void forget() {
            documents.clear();
        }
    }
}
