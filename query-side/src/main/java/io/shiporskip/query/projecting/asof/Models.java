package io.shiporskip.query.projecting.asof;

import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.Skipping;
import io.shiporskip.query.projecting.serve.ReadModels;
import io.shiporskip.query.projecting.serve.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The read models at any moment: what features read through, so that each answers for the past as for the present. */
public final class Models {

    private final ReadModels live;
    private final PastStates past;
    private final Consumer<Collection<String>> incomplete;

    public Models(ReadModels live, PastStates past) {
        this(live, past, names -> {});
    }

    /** @param incomplete told of every past that is read which models leave an event out, by name; of none, as a rule */
    public Models(ReadModels live, PastStates past, Consumer<Collection<String>> incomplete) {
        this.incomplete = incomplete;
        this.live = live;
        this.past = past;
    }

    /**
     * Opens read models at one moment.
     *
     * @throws io.shiporskip.edge.problem.ProblemException 503 with Retry-After when one of them cannot be read just now
     * @throws IllegalArgumentException for a past moment of a projection that is not {@link Projection#checkpointed}
     */
    public Opened open(AsOf asOf, Collection<? extends Projection<?>> projections) {
        return switch (asOf) {
            case AsOf.Now() -> new Live(live.open(projections));
            case AsOf.Position at -> past(at.position(), projections);
        };
    }

    public Opened open(AsOf asOf, Projection<?>... projections) {
        return open(asOf, List.of(projections));
    }

    /** All documents of one read model as they were at a position of the log. */
    public <D extends Record> PastState<D> past(AsOf.Position at, Projection<D> projection) {
        return past(at.position(), List.of(projection)).of(projection);
    }

    private Past past(long position, Collection<? extends Projection<?>> projections) {
        for (Projection<?> projection : projections) {
            if (!projection.checkpointed()) {
                throw new IllegalArgumentException(projection.name() + " has no checkpoints to be read as of");
            }
        }
        Map<String, List<Long>> skipped = live.skipped(projections);
        List<Projection<?>> asLive = projections.stream()
                .<Projection<?>>map(
                        projection -> asLive(projection, skipped.getOrDefault(projection.name(), List.of()), position))
                .toList();
        Past found = new Past(position, past.at(position, asLive));
        incomplete.accept(asLive.stream()
                .filter(Skipping.class::isInstance)
                .map(Projection::name)
                .toList());
        return found;
    }

    /** Before the first event left out nothing is missing. */
    private static Projection<?> asLive(Projection<?> projection, List<Long> skipped, long position) {
        return skipped.stream().anyMatch(left -> left <= position) ? Skipping.of(projection, skipped) : projection;
    }

    private record Live(Reading reading) implements Opened {

        @Override
        public long position() {
            return reading.position();
        }

        @Override
        public <D extends Record> Documents<D> of(Projection<D> projection) {
            return new LiveDocuments<>(reading.of(projection), reading.generation(projection), position());
        }
    }

    private record Past(long position, Map<String, PastState<?>> states) implements Opened {

        /** A state was folded by the projection of its name. */
        @Override
        @SuppressWarnings("unchecked")
        public <D extends Record> PastState<D> of(Projection<D> projection) {
            return (PastState<D>) Objects.requireNonNull(states.get(projection.name()), "a model that was not opened");
        }
    }
}
