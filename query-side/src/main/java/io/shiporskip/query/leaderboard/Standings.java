package io.shiporskip.query.leaderboard;

import io.shiporskip.query.projecting.BatchFold;
import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.RecordedEvent;
import io.shiporskip.query.projecting.asof.AsOf;
import io.shiporskip.query.projecting.asof.Models;
import io.shiporskip.query.projecting.asof.PastState;
import io.shiporskip.query.projecting.serve.ReadModels;
import io.shiporskip.query.projecting.serve.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All standings in memory, at the one position the leaderboard's model is at. They are loaded once and then folded forward
 * from the log: the stored documents are written in bulk, and between two of them no one position would be true.
 */
@Component
final class Standings {

    static final String ALL = "all";

    /** Past so many events it is cheaper to load the documents again. */
    private static final long TOO_FAR = 20_000;

    private static final int BATCH = 1_000;

    private final Models past;
    private final ReadModels models;
    private final LeaderboardProjection projection;
    private final EventSource source;
    private final BatchFold<Standing> fold;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable StandingsAt last;

    Standings(Models past, ReadModels models, LeaderboardProjection projection, EventSource source) {
        this.past = past;
        this.models = models;
        this.projection = projection;
        this.source = source;
        this.fold = new BatchFold<>(projection);
    }

    /** At a moment of the past exactly there, at present as far as the model is, or further. */
    StandingsAt at(AsOf asOf) {
        AsOf.Position position = asOf.past();
        if (position == null) {
            return now();
        }
        PastState<Standing> state = past.past(position, projection);
        return new StandingsAt(null, state.position(), state.documents());
    }

    private StandingsAt now() {
        Reading reading = models.open(projection);
        StandingsAt known = fresh(reading);
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            known = fresh(reading);
            if (known == null) {
                known = advance(reading);
                last = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable StandingsAt fresh(Reading reading) {
        StandingsAt known = last;
        return known != null
                        && reading.generation(projection).equals(known.generation())
                        && known.position() >= reading.position()
                ? known
                : null;
    }

    private StandingsAt advance(Reading reading) {
        StandingsAt known = last;
        boolean near = known != null
                && reading.generation(projection).equals(known.generation())
                && reading.position() - known.position() <= TOO_FAR;
        return near && known != null
                ? fold(reading, known.standings(), known.position(), reading.position())
                : load(reading);
    }

    /** Some documents may be ahead of the model's progress: they are true together only from the furthest of them on. */
    private StandingsAt load(Reading reading) {
        var store = reading.of(projection);
        var loaded = new HashMap<String, Folded<Standing>>();
        long furthest = reading.position();
        try (var documents = store.inOrder()) {
            while (documents.hasNext()) {
                BsonDocument document = documents.next();
                Folded<Standing> standing = store.read(document);
                loaded.put(standing.id(), standing);
                furthest = Math.max(furthest, standing.position());
            }
        }
        return fold(reading, loaded, reading.position(), furthest);
    }

    private StandingsAt fold(Reading reading, Map<String, Folded<Standing>> from, long position, long target) {
        var standings = new HashMap<>(from);
        long at = position;
        while (at < target) {
            List<RecordedEvent> batch = source.after(at, BATCH).stream()
                    .filter(event -> event.position() <= target)
                    .toList();
            fold.byDocument(batch)
                    .forEach((slug, events) -> standings.compute(slug, (id, before) -> fold.apply(id, before, events)));
            at = batch.getLast().position();
        }
        return new StandingsAt(reading.generation(projection), at, standings);
    }
}
