package io.shiporskip.command.community;

import io.shiporskip.command.axon.DecidedAggregate;
import io.shiporskip.events.community.BallotEvent;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** One voter's ballot on one tool; the rules are {@link BallotDecider}'s. */
@Aggregate(type = "ballot")
class CommunityBallot extends DecidedAggregate<BallotCommand, BallotState, BallotEvent> {

    private static final BallotDecider DECIDER = new BallotDecider();

    CommunityBallot() {
        super(DECIDER);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(CastCommunityVote command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(WithdrawCommunityVote command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(InvalidateCommunityVote command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(RestoreCommunityVote command) {
        return decide(command);
    }

    @EventSourcingHandler
    void on(BallotEvent event, @Timestamp Instant at) {
        evolve(event, at);
    }
}
