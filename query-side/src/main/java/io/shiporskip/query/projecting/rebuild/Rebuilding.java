package io.shiporskip.query.projecting.rebuild;

import io.shiporskip.query.projecting.EventSource;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.follow.Companion;
import io.shiporskip.query.projecting.follow.LaneOpener;
import io.shiporskip.query.projecting.follow.LiveLanes;
import io.shiporskip.query.projecting.store.ModelStates;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Runs rebuilds beside the folding of live generations. */
public final class Rebuilding implements Companion {

    private final List<Projection<?>> projections;
    private final Rebuilds rebuilds;
    private final ModelStates states;
    private final LaneOpener lanes;
    private final EventSource source;
    private final Rest rest;
    private volatile @Nullable String trouble;

    /** @param read whether anybody opens pages just now, so that some of the time is left to them */
    public Rebuilding(
            List<Projection<?>> projections,
            Rebuilds rebuilds,
            ModelStates states,
            LaneOpener lanes,
            EventSource source,
            BooleanSupplier read) {
        this.projections = projections;
        this.rebuilds = rebuilds;
        this.states = states;
        this.lanes = lanes;
        this.source = source;
        this.rest = new Rest(read);
    }

    @Override
    public Thread start(LiveLanes live, long fence) {
        var runner = new RebuildRunner(
                projections, new Turn(rebuilds, states, lanes, live, source, rest, fence), found -> trouble = found);
        return Thread.ofPlatform().name("rebuilding").daemon().start(runner);
    }

    @Override
    public @Nullable String trouble() {
        String found = trouble;
        return found == null ? null : "not rebuilding: " + found;
    }
}
