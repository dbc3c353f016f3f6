package io.shiporskip.command.panel;

import io.shiporskip.events.panel.PanelTake;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.events.verdict.Verdict;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The panel's review of one tool.
 *
 * @param takes the takes that stand, by seat
 * @param revisions how many times each seat has spoken, retracted takes included
 */
public record PanelState(Map<Seat, PanelTake> takes, Map<Seat, Integer> revisions) {

    static final PanelState EMPTY = new PanelState(Map.of(), Map.of());

    public PanelState {
        takes = Map.copyOf(takes);
        revisions = Map.copyOf(revisions);
    }

    @Nullable PanelTake takeOf(Seat seat) {
        return takes.get(seat);
    }

    /** The revision that the next take of a seat will have, from 1. */
    int nextRevision(Seat seat) {
        return revisions.getOrDefault(seat, 0) + 1;
    }

    int ships() {
        return count(Choice.SHIP);
    }

    int skips() {
        return count(Choice.SKIP);
    }

    Verdict verdict() {
        return Verdict.of(ships(), skips());
    }

    PanelState with(Seat seat, PanelTake take) {
        Map<Seat, PanelTake> standing = new EnumMap<>(Seat.class);
        standing.putAll(takes);
        standing.put(seat, take);
        Map<Seat, Integer> spoken = new EnumMap<>(Seat.class);
        spoken.putAll(revisions);
        spoken.put(seat, take.revision());
        return new PanelState(standing, spoken);
    }

    PanelState without(Seat seat) {
        Map<Seat, PanelTake> standing = new EnumMap<>(Seat.class);
        standing.putAll(takes);
        standing.remove(seat);
        return new PanelState(standing, revisions);
    }

    private int count(Choice choice) {
        return Math.toIntExact(
                takes.values().stream().filter(take -> take.verdict() == choice).count());
    }
}
