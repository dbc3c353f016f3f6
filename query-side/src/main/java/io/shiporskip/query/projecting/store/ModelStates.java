package io.shiporskip.query.projecting.store;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.query.projecting.Projection;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The aliases of all read models. */
public final class ModelStates {

    private final VersionedStore<ModelState> states;

    public ModelStates(MongoDatabase database) {
        states = new VersionedStore<>(database, "projections", ModelState.class);
    }

    public Map<String, Versioned<ModelState>> of(Collection<String> projections) {
        return states.get(projections);
    }

    public Optional<Versioned<ModelState>> of(String projection) {
        return states.get(projection);
    }

    /** A model nobody has yet, to be folded live from position 1. */
    public void createLive(Projection<?> projection) {
        states.create(projection.name(), ModelState.firstLive(projection.revision()));
    }

    /** A model nobody has yet, to be filled beside the others that are far ahead. */
    public void createFilling(Projection<?> projection) {
        states.create(projection.name(), ModelState.firstFilling(projection.revision()));
    }

    /** @return the number of the generation to fill; empty when a rebuild is open already */
    public Optional<Integer> startRebuild(String projection) {
        return states.get(projection)
                .filter(model -> model.state().rebuilding() == null)
                .flatMap(model -> states.replace(model, model.state().startRebuild()))
                .flatMap(model -> model.state().openRebuild());
    }

    /** Makes the rebuilt generation live; a swap that has been done stays done. */
    public void swap(String projection, int rebuilt, int revision) {
        change(projection, rebuilt, state -> state.generation() == rebuilt ? state : state.swap(rebuilt, revision));
    }

    public void endRebuild(String projection, int rebuilt) {
        change(projection, rebuilt, ModelState::endRebuild);
    }

    private void change(String projection, int rebuilt, UnaryOperator<ModelState> change) {
        Versioned<ModelState> model = states.get(projection).orElseThrow();
        if (!Optional.of(rebuilt).equals(model.state().openRebuild())
                || states.replace(model, change.apply(model.state())).isEmpty()) {
            throw new OvertakenException("Generation " + rebuilt + " of " + projection + " is no longer ours to fill");
        }
    }
}
