package io.shiporskip.query.leaderboard;

import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.projecting.BatchFold;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.UnfoldableEventException;
import io.shiporskip.query.projecting.serve.ReadModels;
import io.shiporskip.query.projecting.serve.Reading;
import io.shiporskip.query.projecting.store.Generation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * All documents of a model that has about as many as there are tools, in memory at one position. They are loaded once and
 * then folded forward from the log: the stored documents are written in bulk, and between two of them no one position
 * would be true.
 */
final class WholeModel<D extends Record> {

    /** Past so many events it is cheaper to load the documents again. */
    private static final long TOO_FAR = 20_000;

    private static final int BATCH = 1_000;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ReadModels models;
    private final Projection<D> projection;
    private final EventSource source;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable At<D> last;

    /** Its documents by id, all of them true at the position. */
    record At<D extends Record>(Generation generation, long position, Map<String, Folded<D>> documents) {}

    WholeModel(ReadModels models, Projection<D> projection, EventSource source) {
        this.models = models;
        this.projection = projection;
        this.source = source;
    }

    /** As far as the model is now, and at least as far as a position of the log; or further. */
    At<D> reaching(long position) {
        Reading reading = models.open(projection);
        long target = Math.max(reading.position(), position);
        At<D> known = fresh(reading, target);
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            known = fresh(reading, target);
            if (known == null) {
                known = advance(reading, target);
                last = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable At<D> fresh(Reading reading, long target) {
        At<D> known = last;
        return known != null && known.generation().equals(reading.generation(projection)) && known.position() >= target
                ? known
                : null;
    }

    private At<D> advance(Reading reading, long target) {
        At<D> known = last;
        boolean near = known != null
                && known.generation().equals(reading.generation(projection))
                && target - known.position() <= TOO_FAR;
        return near && known != null
                ? fold(reading, known.documents(), known.position(), target)
                : load(reading, target);
    }

    /** Some documents may be ahead of the model's progress: they are true together only from the furthest of them on. */
    private At<D> load(Reading reading, long target) {
        var store = reading.of(projection);
        var loaded = new HashMap<String, Folded<D>>();
        long furthest = target;
        try (var documents = store.inOrder()) {
            while (documents.hasNext()) {
                BsonDocument document = documents.next();
                Folded<D> folded = store.read(document);
                loaded.put(folded.id(), folded);
                furthest = Math.max(furthest, folded.position());
            }
        }
        return fold(reading, loaded, reading.position(), furthest);
    }

    private At<D> fold(Reading reading, Map<String, Folded<D>> from, long position, long target) {
        var fold = new BatchFold<>(reading.asLive(projection));
        var documents = new HashMap<>(from);
        long at = position;
        while (at < target) {
            List<RecordedEvent> batch = source.after(at, BATCH).stream()
                    .filter(event -> event.position() <= target)
                    .toList();
            take(fold, documents, batch);
            at = batch.getLast().position();
        }
        return new At<>(reading.generation(projection), at, Map.copyOf(documents));
    }

    /** An event that stopped the model stops this too, until the model goes on without it or is mended. */
    private static <D extends Record> void take(
            BatchFold<D> fold, Map<String, Folded<D>> documents, List<RecordedEvent> batch) {
        try {
            fold.byDocument(batch)
                    .forEach((id, events) -> documents.compute(id, (same, before) -> fold.apply(id, before, events)));
        } catch (UnfoldableEventException unfoldable) {
            throw Problems.notYet(RETRY);
        }
    }
}
