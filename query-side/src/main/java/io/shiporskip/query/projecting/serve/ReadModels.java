package io.shiporskip.query.projecting.serve;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.projecting.store.GenerationProgress;
import io.shiporskip.query.projecting.store.ModelState;
import io.shiporskip.query.projecting.store.ModelStates;
import io.shiporskip.query.projecting.store.ProgressStore;
import io.shiporskip.query.projecting.store.Versioned;
import io.shiporskip.query.projecting.store.BulkWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The live read models, for queries. */
public final class ReadModels {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final MongoDatabase database;
    private final ModelStates states;
    private final ProgressStore progress;

    public ReadModels(MongoDatabase database) {
        this.database = database;
        this.states = new ModelStates(database);
        this.progress = new ProgressStore(database, BulkWriter.UNORDERED);
    }

    /**
     * Resolves which generations are live and how far they are, before any document is read: the documents found hold at
     * least every event up to that position.
     *
     * @throws io.shiporskip.edge.problem.ProblemException not-yet (503) while one of them is still being filled, or is of
     *     another revision than this program's
     */
    public Reading open(Projection<?>... projections) {
        return open(List.of(projections));
    }

    public Reading open(Collection<? extends Projection<?>> projections) {
        Map<String, Generation> live = live(projections);
        Map<String, GenerationProgress> reached = progress.of(live.values());
        long position = live.values().stream()
                .mapToLong(generation -> position(reached.get(generation.toString())))
                .min()
                .orElse(0);
        return new Reading(database, live, position);
    }

    private Map<String, Generation> live(Collection<? extends Projection<?>> projections) {
        Map<String, Versioned<ModelState>> standing =
                states.of(projections.stream().map(Projection::name).toList());
        var live = new HashMap<String, Generation>();
        for (Projection<?> projection : projections) {
            Versioned<ModelState> model = standing.get(projection.name());
            if (model == null
                    || model.state().generation() == 0
                    || model.state().revision() != projection.revision()) {
                throw Problems.notYet(RETRY);
            }
            live.put(projection.name(), new Generation(projection.name(), model.state().generation()));
        }
        return live;
    }

    private static long position(@Nullable GenerationProgress progress) {
        return progress == null ? 0 : progress.position();
    }
}
