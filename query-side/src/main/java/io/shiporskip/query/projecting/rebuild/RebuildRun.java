package io.shiporskip.query.projecting.rebuild;

import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.follow.Lane;
import io.shiporskip.query.projecting.follow.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one rebuild from wherever it stands to its end. Every step can be cut off by a crash and taken up again: what is
 * filled is known by its progress, what is swapped by the alias.
 */
final class RebuildRun {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildRun.class);

    /** When the filled ones are so near to the live ones, one more step is a short one. */
    private static final long NEAR = 1_000;

    private final Turn turn;
    private final Ledger ledger;
    private final Parts parts;

    /**
     * @param projections this program's, by name
     * @param meanwhile what must not wait until the rebuild is over
     */
    RebuildRun(Turn turn, Rebuild rebuild, Function<String, Optional<Projection<?>>> projections, Runnable meanwhile) {
        this.turn = turn;
        this.ledger = new Ledger(turn, rebuild.id(), meanwhile);
        this.parts = new Parts(turn, ledger, projections);
    }

    void run() throws InterruptedException {
        try {
            ledger.obey();
            fillCompareSwap();
            ledger.change(rebuild -> rebuild.ended(turn.rebuilds().clock().instant()));
        } catch (OrderedException ordered) {
            if (ordered.order() == RebuildOrder.PAUSE) {
                ledger.change(rebuild -> rebuild.in(RebuildPhase.PAUSED));
            } else {
                parts.cancel();
                ledger.change(rebuild -> rebuild.ended(turn.rebuilds().clock().instant()));
            }
        }
    }

    private void fillCompareSwap() throws InterruptedException, OrderedException {
        List<Lane<?>> lanes = parts.open();
        if (lanes.isEmpty()) {
            return;
        }
        LOG.info("Filling {} from the log", lanes.stream().map(Lane::generation).toList());
        ledger.change(rebuild -> rebuild.in(RebuildPhase.FILLING));
        try (var filling = new Filling(turn, ledger, lanes)) {
            fill(filling);
            compare(filling);
            swap(filling);
        }
    }

    /** Never beyond the live generations: both must come to stand at one position. */
    private void fill(Filling filling) throws InterruptedException, OrderedException {
        long target = target(filling);
        do {
            filling.fillTo(target);
            parts.failed(filling);
            target = target(filling);
        } while (!filling.lanes().isEmpty() && target - filling.position() > NEAR);
    }

    private void compare(Filling filling) throws InterruptedException, OrderedException {
        List<String> wanted =
                parts.toCompare(filling.lanes()).stream().map(RebuildRun::name).toList();
        Map<String, Snapshot<?>> snapshots = turn.live().keepSnapshots(wanted);
        try {
            for (Snapshot<?> snapshot : snapshots.values()) {
                filling.fillTo(snapshot.position()); // one position for all of them
            }
            parts.failed(filling);
            ledger.change(rebuild -> rebuild.in(RebuildPhase.COMPARING)
                    .at(rebuild.progress()
                            .at(
                                    filling.position(),
                                    turn.source().head(),
                                    0,
                                    rebuild.progress().eventsPerSecond())));
            compare(filling.lanes(), snapshots);
        } finally {
            snapshots.keySet().forEach(turn.live()::forgetSnapshot);
        }
    }

    private void compare(List<Lane<?>> lanes, Map<String, Snapshot<?>> snapshots) throws OrderedException {
        for (Lane<?> lane : parts.toCompare(lanes)) {
            ledger.obey();
            parts.compare(lane, snapshots.get(name(lane)));
            turn.live().forgetSnapshot(name(lane));
        }
    }

    /** Votes that came meanwhile first, then each in a moment of its own in which nothing else is folded. */
    private void swap(Filling filling) throws InterruptedException, OrderedException {
        fill(filling);
        ledger.change(rebuild -> rebuild.in(RebuildPhase.SWAPPING));
        for (Lane<?> lane : filling.lanes()) {
            parts.swap(lane);
        }
    }

    private static String name(Lane<?> lane) {
        return lane.projection().name();
    }

    private long target(Filling filling) {
        long target = turn.source().head();
        for (Lane<?> lane : filling.lanes()) {
            target = Math.min(
                    target, turn.live().position(lane.projection().name()).orElse(target));
        }
        return target;
    }
}
