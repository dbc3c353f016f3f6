package io.shiporskip.command.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.events.panel.PanelEvent;
import io.shiporskip.events.panel.PanelTakeRetracted;
import io.shiporskip.events.panel.PanelTakeRevised;
import io.shiporskip.events.panel.PanelTakeSubmitted;
import io.shiporskip.events.panel.PanelVerdictChanged;
import io.shiporskip.events.panel.Seat;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;
import io.shiporskip.events.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds of a review whatever its seats say, in whatever order. */
class PanelPropertiesTest {

    private static final ToolId PIE = new ToolId("pie-chart");
    private final PanelDecider decider = new PanelDecider();

    @Property
    void theVerdictToldIsTheVerdictOfTheTakes(@ForAll("commands") List<PanelCommand> commands) {
        PanelState state = decider.initial();
        Verdict told = Verdict.NONE;
        for (PanelCommand command : commands) {
            for (PanelEvent event : decider.decide(state, command)) {
                state = decider.evolve(state, event, Instant.EPOCH);
                if (event instanceof PanelVerdictChanged changed) {
                    assertThat(changed.before()).isEqualTo(told).isNotEqualTo(changed.after());
                    told = changed.after();
                }
            }
            assertThat(told).isEqualTo(state.verdict());
        }
    }

    @Property
    void theSameCommandAgainWritesNothing(@ForAll("commands") List<PanelCommand> commands) {
        PanelState state = decider.initial();
        for (PanelCommand command : commands) {
            for (PanelEvent event : decider.decide(state, command)) {
                state = decider.evolve(state, event, Instant.EPOCH);
            }
            assertThat(decider.decide(state, command)).isEmpty();
        }
    }

    @Property
    void aSeatsRevisionsCountFromOneWithoutAGap(@ForAll("commands") List<PanelCommand> commands) {
        Map<Seat, List<Integer>> revisions = new EnumMap<>(Seat.class);
        PanelState state = decider.initial();
        for (PanelCommand command : commands) {
            for (PanelEvent event : decider.decide(state, command)) {
                state = decider.evolve(state, event, Instant.EPOCH);
                switch (event) {
                    case PanelTakeSubmitted s ->
                        add(revisions, s.seat(), s.take().revision());
                    case PanelTakeRevised r -> add(revisions, r.seat(), r.take().revision());
                    case PanelTakeRetracted _, PanelVerdictChanged _ -> {}
                }
            }
        }
        revisions.values().forEach(seat -> {
            for (int i = 0; i < seat.size(); i++) {
                assertThat(seat.get(i)).isEqualTo(i + 1);
            }
        });
    }

    @Provide
    Arbitrary<List<PanelCommand>> commands() {
        Arbitrary<Seat> seats = Arbitraries.of(Seat.class);
        Arbitrary<PanelCommand> submit = Combinators.combine(
                        seats, Arbitraries.integers().between(0, 3), Arbitraries.of(Choice.class))
                .as((seat, score, choice) -> new SubmitPanelTake(PIE, seat, score, choice, "Because."));
        Arbitrary<PanelCommand> retract = seats.map(seat -> new RetractPanelTake(PIE, seat));
        return Arbitraries.frequencyOf(Tuple.of(3, submit), Tuple.of(1, retract))
                .list()
                .ofMaxSize(30);
    }

    private static void add(Map<Seat, List<Integer>> revisions, Seat seat, int revision) {
        revisions.computeIfAbsent(seat, _ -> new ArrayList<>()).add(revision);
    }
}
