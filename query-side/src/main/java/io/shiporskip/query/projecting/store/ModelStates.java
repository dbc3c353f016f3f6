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

    public ModelStates(MongoDatabase database, BulkWriter writer) {
        states = new VersionedStore<>(database, "projections", ModelState.class, writer);
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

    /** A model nobody has yet, to be filled by a rebuild beside the others that are far ahead. */
    public void createEmpty(Projection<?> projection) {
        states.create(projection.name(), ModelState.none(projection.revision()));
    }

    /**
     * Takes a generation in hand for a rebuild, or takes it up again.
     *
     * @param back whether the generation is the one before, else a new one
     * @return its number
     * @throws OvertakenException when another rebuild has one in hand, or another node did this meanwhile
     */
    public int fill(String projection, int rebuild, boolean back, long fence) {
        Versioned<ModelState> model = states.get(projection).orElseThrow();
        ModelState state = model.state();
        if (state.rebuilding() != null && !state.isFilledBy(rebuild)) {
            throw new OvertakenException("Rebuild " + state.rebuild() + " of " + projection + " is not over");
        }
        ModelState filling = state.isFilledBy(rebuild)
                ? state.filledBy(fence)
                : back ? state.fillPrevious(rebuild, fence) : state.fillNext(rebuild, fence);
        replace(model, filling);
        return filling.openRebuild().orElseThrow();
    }

    /** Makes the filled generation live; a swap that has been done stays done. */
    public void swap(String projection, int rebuild, int revision, long fence) {
        change(projection, rebuild, fence, state -> {
            int filled = state.openRebuild().orElseThrow();
            return state.generation() == filled ? state : state.swap(filled, revision);
        });
    }

    /** Lets go of the generation that a rebuild had in hand, if it has one. */
    public void endRebuild(String projection, int rebuild) {
        states.get(projection)
                .filter(model -> model.state().isFilledBy(rebuild))
                .ifPresent(model -> replace(model, model.state().endRebuild()));
    }

    /** Lets go of a generation that no known rebuild has in hand. */
    public void endOrphan(Versioned<ModelState> model) {
        replace(model, model.state().endRebuild());
    }

    private void change(String projection, int rebuild, long fence, UnaryOperator<ModelState> change) {
        Versioned<ModelState> model = states.get(projection).orElseThrow();
        Long holder = model.state().fence();
        if (!model.state().isFilledBy(rebuild) || holder == null || holder != fence) {
            throw new OvertakenException("Rebuild " + rebuild + " of " + projection + " is no longer ours");
        }
        replace(model, change.apply(model.state()));
    }

    private void replace(Versioned<ModelState> model, ModelState state) {
        if (states.replace(model, state).isEmpty()) {
            throw new OvertakenException("Another node changed the alias of " + model.id());
        }
    }
}
