package io.shiporskip.command.comparison;

import io.shiporskip.command.axon.DecidedAggregate;
import io.shiporskip.events.comparison.ComparisonEvent;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** A pair of tools on the list of comparisons, or off it; the rules are {@link ComparisonDecider}'s. */
@Aggregate(type = "comparison")
class Comparison extends DecidedAggregate<ComparisonCommand, ComparisonState, ComparisonEvent> {

    private static final ComparisonDecider DECIDER = new ComparisonDecider();

    Comparison() {
        super(DECIDER);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(PublishComparison command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(WithdrawComparison command) {
        return decide(command);
    }

    @EventSourcingHandler
    void on(ComparisonEvent event, @Timestamp Instant at) {
        evolve(event, at);
    }
}
