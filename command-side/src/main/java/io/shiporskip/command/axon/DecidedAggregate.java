package io.shiporskip.command.axon;

import io.shiporskip.command.Decider;
import io.shiporskip.command.Refusal;
import io.shiporskip.events.DomainEvent;
import java.time.Instant;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * The thin shell that lets Axon load, lock and store what a {@link Decider} decides. A new stream has no identifier until
 * its first event, so that a command which writes nothing leaves nothing.
 */
public abstract class DecidedAggregate<C, S, E extends DomainEvent> {

    /**
     * Under this key a command's metadata may hold the sequence number (Long, -1 for none) of the last event of its
     * stream that the sender has seen; a stream that has moved on refuses it as stale.
     */
    public static final String SEEN = "seen";

    private final transient Decider<C, S, E> decider;
    private S state;
    private @Nullable String stream;

    protected DecidedAggregate(Decider<C, S, E> decider) {
        this.decider = decider;
        this.state = decider.initial();
    }

    /** The stream's name; none before its first event. */
    @AggregateIdentifier
    public final @Nullable String stream() {
        return stream;
    }

    @CommandHandlerInterceptor
    protected final void refuseWhatIsStale(CommandMessage<?> message) {
        if (message.getMetaData().get(SEEN) instanceof Long seen && last() > seen) {
            throw Refusal.stale();
        }
    }

    /**
     * Decides a command and applies what happens.
     *
     * @return the sequence number of the stream's last event afterwards, -1 when it has none
     */
    protected final long decide(C command) {
        decider.decide(state, command).forEach(AggregateLifecycle::apply);
        return last();
    }

    protected final void evolve(E event, Instant at) {
        stream = event.stream();
        state = decider.evolve(state, event, at);
    }

    private static long last() {
        @Nullable Long version = AggregateLifecycle.getVersion();
        return version == null ? -1 : version;
    }
}
