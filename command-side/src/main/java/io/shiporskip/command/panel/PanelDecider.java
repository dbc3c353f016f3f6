package io.shiporskip.command.panel;

import io.shiporskip.command.Decider;
import io.shiporskip.events.panel.PanelEvent;
import io.shiporskip.events.panel.PanelTake;
import io.shiporskip.events.panel.PanelTakeRetracted;
import io.shiporskip.events.panel.PanelTakeRevised;
import io.shiporskip.events.panel.PanelTakeSubmitted;
import io.shiporskip.events.panel.PanelVerdictChanged;
import io.shiporskip.events.panel.Seat;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How takes are given and taken back, and when they tip the panel's verdict. */
public final class PanelDecider implements Decider<PanelCommand, PanelState, PanelEvent> {

    @Override
    public PanelState initial() {
        return PanelState.EMPTY;
    }

    @Override
    public List<PanelEvent> decide(PanelState state, PanelCommand command) {
        return switch (command) {
            case SubmitPanelTake submit -> submit(state, submit);
            case RetractPanelTake retract -> retract(state, retract);
        };
    }

    @Override
    public PanelState evolve(PanelState state, PanelEvent event, Instant at) {
        return switch (event) {
            case PanelTakeSubmitted submitted -> state.with(submitted.seat(), submitted.take());
            case PanelTakeRevised revised -> state.with(revised.seat(), revised.take());
            case PanelTakeRetracted retracted -> state.without(retracted.seat());
            case PanelVerdictChanged _ -> state;
        };
    }

    private static List<PanelEvent> submit(PanelState state, SubmitPanelTake submit) {
        Seat seat = submit.seat();
        @Nullable PanelTake standing = state.takeOf(seat);
        PanelTake take = new PanelTake(submit.score(), submit.verdict(), submit.text(), state.nextRevision(seat));
        if (standing == null) {
            return tipping(state, new PanelTakeSubmitted(submit.tool(), seat, take), state.with(seat, take));
        }
        if (saysTheSame(standing, take)) {
            return List.of();
        }
        return tipping(state, new PanelTakeRevised(submit.tool(), seat, take), state.with(seat, take));
    }

    private static List<PanelEvent> retract(PanelState state, RetractPanelTake retract) {
        Seat seat = retract.seat();
        return state.takeOf(seat) == null
                ? List.of()
                : tipping(state, new PanelTakeRetracted(retract.tool(), seat), state.without(seat));
    }

    /** The event, and with it the change of verdict when it brings one about. */
    private static List<PanelEvent> tipping(PanelState before, PanelEvent event, PanelState after) {
        return before.verdict() == after.verdict()
                ? List.of(event)
                : List.of(
                        event,
                        new PanelVerdictChanged(
                                event.tool(), before.verdict(), after.verdict(), after.ships(), after.skips()));
    }

    private static boolean saysTheSame(PanelTake one, PanelTake other) {
        return one.score() == other.score()
                && one.verdict() == other.verdict()
                && one.text().equals(other.text());
    }
}
