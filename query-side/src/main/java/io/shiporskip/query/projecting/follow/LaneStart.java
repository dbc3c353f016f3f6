package io.shiporskip.query.projecting.follow;

import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.store.ModelState;
import io.shiporskip.query.projecting.store.ModelStates;
import io.shiporskip.query.projecting.store.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds which generation of each projection this node folds live, at the start of its turn. */
final class LaneStart {

    private final List<Projection<?>> projections;
    private final ModelStates states;
    private final LaneOpener opener;

    LaneStart(List<Projection<?>> projections, ModelStates states, LaneOpener opener) {
        this.projections = projections;
        this.states = states;
        this.opener = opener;
    }

    /**
     * One lane for each live generation of its projection's own revision. A model that exists nowhere yet starts live with
     * all the others; one that joins others is filled beside them, so that they need not wait for it.
     */
    List<Lane<?>> open() {
        Map<String, Versioned<ModelState>> before = standing();
        for (Projection<?> projection : projections) {
            if (before.isEmpty()) {
                states.createLive(projection);
            } else if (!before.containsKey(projection.name())) {
                states.createEmpty(projection);
            }
        }
        Map<String, Versioned<ModelState>> now = standing();
        var lanes = new ArrayList<Lane<?>>();
        for (Projection<?> projection : projections) {
            Versioned<ModelState> model = now.get(projection.name());
            if (model != null && model.state().serves(projection)) {
                lanes.add(opener.open(projection, model.state().generation()));
            }
        }
        return lanes;
    }

    private Map<String, Versioned<ModelState>> standing() {
        return states.of(projections.stream().map(Projection::name).toList());
    }
}
