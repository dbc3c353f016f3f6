package io.shiporskip.query.projecting.serve;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.edge.problem.Problems;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.store.BulkWriter;
import io.shiporskip.query.projecting.store.Generation;
import io.shiporskip.query.projecting.store.GenerationProgress;
import io.shiporskip.query.projecting.store.ModelState;
import io.shiporskip.query.projecting.store.ModelStates;
import io.shiporskip.query.projecting.store.ProgressStore;
import io.shiporskip.query.projecting.store.Versioned;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The live read models, for queries. */
public final class ReadModels {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final MongoDatabase database;
    private final ModelStates states;
    private final ProgressStore progress;
    private final Consumer<Reading> opened;

    public ReadModels(MongoDatabase database) {
        this(database, reading -> {});
    }

    /** @param opened told of every reading: who answers can say from which generations, and what they leave out */
    public ReadModels(MongoDatabase database, Consumer<Reading> opened) {
        this.opened = opened;
        this.database = database;
        this.states = new ModelStates(database, BulkWriter.UNORDERED);
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
        var skipped = new TreeMap<String, List<Long>>();
        live.values().forEach(generation -> note(skipped, generation, reached));
        var reading = new Reading(database, live, position, skipped);
        opened.accept(reading);
        return reading;
    }

    /**
     * How far those are that go on: the one furthest behind of all that are served and not stopped; 0 when there is none.
     */
    public long reached(Collection<? extends Projection<?>> projections) {
        List<Generation> served = served(projections);
        Map<String, GenerationProgress> reached = progress.of(served);
        return served.stream()
                .map(generation -> reached.get(generation.toString()))
                .filter(progress -> progress == null || progress.stopped() == null)
                .mapToLong(ReadModels::position)
                .min()
                .orElse(0);
    }

    /**
     * Positions of the events that live generations leave out, by projection; only of those that leave any out, and of
     * none that is not served.
     */
    public Map<String, List<Long>> skipped(Collection<? extends Projection<?>> projections) {
        List<Generation> served = served(projections);
        Map<String, GenerationProgress> reached = progress.of(served);
        var skipped = new TreeMap<String, List<Long>>();
        served.forEach(generation -> note(skipped, generation, reached));
        return skipped;
    }

    private List<Generation> served(Collection<? extends Projection<?>> projections) {
        Map<String, Versioned<ModelState>> standing = standing(projections);
        return projections.stream()
                .flatMap(projection -> served(projection, standing.get(projection.name())).stream())
                .toList();
    }

    private Map<String, Generation> live(Collection<? extends Projection<?>> projections) {
        Map<String, Versioned<ModelState>> standing = standing(projections);
        var live = new HashMap<String, Generation>();
        for (Projection<?> projection : projections) {
            live.put(
                    projection.name(),
                    served(projection, standing.get(projection.name())).orElseThrow(() -> Problems.notYet(RETRY)));
        }
        return live;
    }

    private Map<String, Versioned<ModelState>> standing(Collection<? extends Projection<?>> projections) {
        return states.of(projections.stream().map(Projection::name).toList());
    }

    /** Its live generation; empty while the first is filled, or one for this program's revision. */
    private static Optional<Generation> served(Projection<?> projection, @Nullable Versioned<ModelState> model) {
        return Optional.ofNullable(model)
                .map(Versioned::state)
                .filter(state -> state.serves(projection))
                .map(state -> new Generation(projection.name(), state.generation()));
    }

    private static void note(
            Map<String, List<Long>> skipped, Generation generation, Map<String, GenerationProgress> reached) {
        GenerationProgress progress = reached.get(generation.toString());
        if (progress != null && !progress.skipped().isEmpty()) {
            skipped.put(generation.projection(), progress.skipped());
        }
    }

    private static long position(@Nullable GenerationProgress progress) {
        return progress == null ? 0 : progress.position();
    }
}
