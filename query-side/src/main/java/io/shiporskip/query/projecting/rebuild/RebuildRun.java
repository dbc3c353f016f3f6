package io.shiporskip.query.projecting.rebuild;

import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.UnfoldableEventException;
import io.shiporskip.query.projecting.follow.Lane;
import io.shiporskip.query.projecting.store.ModelState;
import io.shiporskip.query.projecting.store.Versioned;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one rebuild from wherever it stands to its end. Every step can be cut off by a crash and taken up again: what is
 * filled is known by its progress, what is swapped by the alias.
 */
final class RebuildRun<D extends Record> {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildRun.class);

    private final Projection<D> projection;
    private final RebuildTools tools;
    private Versioned<Rebuild> rebuild;

    /** @param tools what it works with */
    RebuildRun(Projection<D> projection, int id, RebuildTools tools) {
        this.projection = projection;
        this.tools = tools;
        this.rebuild = tools.rebuilds().find(projection, id);
    }

    void run() throws InterruptedException {
        ModelState state = state();
        if (state.generation() == id()) {
            finish();
        } else if (rebuild.state().revision() > projection.revision()) {
            return; // a later program asked for it, and knows how to fill it
        } else if (rebuild.state().revision() != projection.revision()) {
            fail("it was started for revision " + rebuild.state().revision() + " of the projection");
        } else {
            fillCompareSwap();
        }
    }

    private void fillCompareSwap() throws InterruptedException {
        LOG.info("Filling {}@{} from the log", projection.name(), id());
        Lane<D> lane = tools.lanes().open(projection, id());
        try {
            fill(lane);
            compareAndSwap(lane);
        } catch (UnfoldableEventException unfoldable) {
            fail(String.valueOf(unfoldable.getMessage()));
        } finally {
            tools.live().release(projection.name());
        }
    }

    /** Never beyond the live generation: both must come to stand at one position. */
    private void fill(Lane<D> lane) throws InterruptedException {
        var pace = new Pace(lane.position());
        while (lane.position() < target()) {
            step(lane, target());
            if (pace.due()) {
                Long perSecond = pace.perSecond(lane.position());
                change(at -> at.filling(lane.position(), tools.source().head(), perSecond));
            }
        }
    }

    private void compareAndSwap(Lane<D> lane) throws InterruptedException {
        Optional<Lane<?>> live = tools.live().hold(projection.name());
        long position = live.map(Lane::position).orElse(lane.position());
        while (lane.position() < position) {
            step(lane, position);
        }
        change(at -> at.comparing(position));
        if (live.isPresent() && live.get().generation().number() != id()) {
            Comparison comparison = Comparing.of(live.get().store(), lane.store(), position);
            change(at -> at.compared(comparison));
        } else if (live.isEmpty()) {
            change(at -> at.notCompared("no live generation of this revision is being folded"));
        }
        tools.states().swap(projection.name(), id(), projection.revision());
        tools.live().replace(lane);
        finish();
    }

    private void step(Lane<D> lane, long target) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the node stops, the rebuild will go on");
        }
        try {
            lane.stepTowards(target, tools.source());
        } finally {
            tools.lanes().save(lane);
        }
    }

    private long target() {
        OptionalLong live = tools.live().position(projection.name());
        return live.isPresent() ? live.getAsLong() : tools.source().head();
    }

    private void fail(String why) {
        change(at -> at.failed(why));
        tools.lanes().drop(projection, id());
        tools.states().endRebuild(projection.name(), id());
    }

    /** Keeps one earlier generation, and drops what lies before it. */
    private void finish() {
        if (rebuild.state().open()) {
            change(Rebuild::swapped);
        }
        Integer previous = state().previous();
        tools.lanes().dropBefore(projection, previous == null ? id() : previous);
        tools.states().endRebuild(projection.name(), id());
    }

    private int id() {
        return rebuild.state().id();
    }

    private ModelState state() {
        return tools.states().of(projection.name()).orElseThrow().state();
    }

    private void change(UnaryOperator<Rebuild> change) {
        rebuild = tools.rebuilds().change(rebuild, change);
    }
}
