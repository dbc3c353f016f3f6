package io.shiporskip.command.panel;

import io.shiporskip.command.axon.DecidedAggregate;
import io.shiporskip.events.panel.PanelEvent;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The panel's review of one tool; the rules are {@link PanelDecider}'s. */
@Aggregate(type = "panel")
class PanelReview extends DecidedAggregate<PanelCommand, PanelState, PanelEvent> {

    private static final PanelDecider DECIDER = new PanelDecider();

    PanelReview() {
        super(DECIDER);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(SubmitPanelTake command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(RetractPanelTake command) {
        return decide(command);
    }

    @EventSourcingHandler
    void on(PanelEvent event, @Timestamp Instant at) {
        evolve(event, at);
    }
}
