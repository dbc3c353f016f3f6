package io.shiporskip.query.projecting.rebuild;

import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.UnfoldableEventException;
import io.shiporskip.query.projecting.follow.Lane;
import io.shiporskip.query.projecting.follow.Snapshot;
import io.shiporskip.query.projecting.store.ModelState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The steps of a rebuild that each projection takes for itself. */
final class Parts {

    private final Turn turn;
    private final Ledger ledger;
    private final Function<String, Optional<Projection<?>>> projections;

    Parts(Turn turn, Ledger ledger, Function<String, Optional<Projection<?>>> projections) {
        this.turn = turn;
        this.ledger = ledger;
        this.projections = projections;
    }

    /** The generations that are to be filled yet, from where they are. What a crash left half ended is ended. */
    List<Lane<?>> open() {
        var lanes = new ArrayList<Lane<?>>();
        for (RebuildPart part : ledger.now().parts()) {
            Projection<?> projection = projections.apply(part.projection()).orElse(null);
            if (!part.phase().isOpen()) {
                end(part.projection());
            } else if (projection == null || projection.revision() != part.revision()) {
                fail(part.projection(), "it was asked for revision " + part.revision() + " of the projection");
            } else if (isSwapped(part)) {
                finish(projection);
            } else {
                open(projection).ifPresent(lanes::add);
            }
        }
        return lanes;
    }

    /** Those that have no comparison yet, which a crash may have left others. */
    List<Lane<?>> toCompare(List<Lane<?>> lanes) {
        return lanes.stream()
                .filter(lane -> part(lane).map(RebuildPart::comparison).isEmpty())
                .toList();
    }

    /** @param snapshot of the live one, which the filled one is as far as; null when there is none */
    void compare(Lane<?> lane, @Nullable Snapshot<?> snapshot) throws OrderedException {
        String name = lane.projection().name();
        ledger.part(name, part -> part.in(RebuildPhase.COMPARING));
        if (snapshot == null) {
            ledger.part(
                    name,
                    part -> part.notCompared(
                            "no live generation of this revision is folded here, or it is behind the others"));
        } else if (lane.position() != snapshot.position()) {
            ledger.part(
                    name,
                    part -> part.notCompared(
                            "it was at " + lane.position() + ", the live one at " + snapshot.position()));
        } else {
            Comparison found = Comparing.of(snapshot, lane.store(), ledger::glance);
            ledger.part(name, part -> part.compared(found));
        }
    }

    void swap(Lane<?> lane) {
        Projection<?> projection = lane.projection();
        ledger.part(projection.name(), part -> part.in(RebuildPhase.SWAPPING));
        try {
            turn.live()
                    .replace(
                            lane,
                            () -> turn.states()
                                    .swap(projection.name(), ledger.id(), projection.revision(), turn.fence()));
            finish(projection);
        } catch (UnfoldableEventException unfoldable) {
            fail(projection.name(), String.valueOf(unfoldable.getMessage()));
        }
    }

    void failed(Filling filling) {
        filling.failed().forEach((lane, why) -> fail(lane.projection().name(), why));
        filling.failed().clear();
    }

    /** What has been swapped stays. */
    void cancel() {
        for (RebuildPart part : ledger.now().parts()) {
            Optional<Projection<?>> projection = projections.apply(part.projection());
            if (projection.isPresent() && isSwapped(part)) {
                finish(projection.get());
            } else if (part.phase().isOpen()) {
                drop(part.projection());
                ledger.part(part.projection(), open -> open.in(RebuildPhase.CANCELLED));
                end(part.projection());
            } else {
                end(part.projection());
            }
        }
    }

    private Optional<Lane<?>> open(Projection<?> projection) {
        RebuildPlan plan = ledger.now().plan();
        ModelState state = state(projection.name());
        if (plan.back() && !state.isFilledBy(ledger.id()) && !state.canSwapBack(projection)) {
            fail(projection.name(), "there is no generation before it that this program can fold");
            return Optional.empty();
        }
        int number = turn.states().fill(projection.name(), ledger.id(), plan.back(), turn.fence());
        ledger.part(projection.name(), part -> part.filling(number));
        return Optional.of(turn.lanes().open(projection, number, plan.skippable()));
    }

    private void fail(String projection, String why) {
        drop(projection);
        ledger.part(projection, part -> part.failed(why));
        end(projection);
    }

    /** A new generation that came to nothing goes; one from before stays for another try. */
    private void drop(String projection) {
        ModelState state = state(projection);
        Projection<?> known = projections.apply(projection).orElse(null);
        if (known != null
                && state.isFilledBy(ledger.id())
                && !ledger.now().plan().back()) {
            turn.lanes().drop(known, state.openRebuild().orElseThrow());
        }
    }

    /** Keeps one earlier generation, and drops all others. */
    private void finish(Projection<?> projection) {
        ModelState state = state(projection.name());
        var kept = new HashSet<>(Set.of(state.generation()));
        Optional.ofNullable(state.previous()).ifPresent(kept::add);
        turn.lanes().dropOthers(projection, kept);
        ledger.part(projection.name(), part -> part.in(RebuildPhase.SWAPPED));
        end(projection.name());
    }

    private void end(String projection) {
        turn.states().endRebuild(projection, ledger.id());
    }

    private boolean isSwapped(RebuildPart part) {
        ModelState state = state(part.projection());
        return state.isFilledBy(ledger.id())
                && state.generation() == state.openRebuild().orElseThrow();
    }

    private Optional<RebuildPart> part(Lane<?> lane) {
        return ledger.now().part(lane.projection().name());
    }

    private ModelState state(String projection) {
        return turn.states().of(projection).orElseThrow().state();
    }
}
