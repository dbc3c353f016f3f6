package io.shiporskip.command.tool;

import io.shiporskip.command.axon.DecidedAggregate;
import io.shiporskip.events.tool.ToolEvent;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** A tool's entry in the catalogue; the rules are {@link ToolDecider}'s. */
@Aggregate(type = "tool")
class Tool extends DecidedAggregate<ToolCommand, ToolState, ToolEvent> {

    private static final ToolDecider DECIDER = new ToolDecider();

    Tool() {
        super(DECIDER);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(ListTool command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(ReviseToolDetails command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(WithdrawTool command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(RelistTool command) {
        return decide(command);
    }

    @EventSourcingHandler
    void on(ToolEvent event, @Timestamp Instant at) {
        evolve(event, at);
    }
}
