package io.shiporskip.command.dispatch;

import io.shiporskip.command.Command;
import io.shiporskip.command.Refusal;
import io.shiporskip.command.axon.DecidedAggregate;
import io.shiporskip.command.axon.EventMeta;
import io.shiporskip.command.axon.GuessedNew;
import io.shiporskip.command.axon.WrittenPosition;
import io.shiporskip.command.log.CommandLog;
import io.shiporskip.edge.access.Actor;
import io.shiporskip.edge.condition.IfMatch;
import io.shiporskip.log.append.BusyException;
import io.shiporskip.log.read.LogReader;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/**
 * Sends commands. A decision that lost a race against another on the same stream (a double click, another node) wrote
 * nothing; it is decided again on what now stands. What usually is a stream's first command is first decided as if the
 * stream were empty, which saves loading it: written, that is proven; else it is decided again on what stands. An unknown outcome is never decided again: it may have been written.
 */
@Component
public class Commands {

    /** Every lost race means that another decision on this very stream was written; this many in a row is a flood. */
    private static final int ATTEMPTS = 6;

    private final CommandGateway gateway;
    private final LogReader reader;
    private final Precondition precondition;
    private final KnownStreams known = new KnownStreams();

    Commands(CommandGateway gateway, CommandLog log) {
        this.gateway = gateway;
        this.reader = log.reader();
        this.precondition = new Precondition(reader);
    }

    public Accepted send(Command command, Actor actor) {
        return send(command, actor, new IfMatch(null));
    }

    /**
     * Decides a command and waits until what it decided stands in the log.
     *
     * @throws io.shiporskip.command.Refusal when the past does not allow it, or the condition does not hold
     * @throws BusyException when the log takes no more just now, or too many others write to the stream
     * @throws io.shiporskip.log.append.UnknownOutcomeException when the log did not answer in time
     */
    public Accepted send(Command command, Actor actor, IfMatch condition) {
        MetaData meta = MetaData.with(EventMeta.ACTOR, actor.name());
        OptionalLong seen = precondition.seen(command.stream(), condition);
        if (seen.isPresent()) {
            meta = meta.and(DecidedAggregate.SEEN, seen.getAsLong());
        }
        Decided decided = decide(command, meta, seen.isEmpty());
        return new Accepted(decided.written().orElseGet(() -> lastPosition(command.stream(), decided.sequence())));
    }

    /** What became of a command: its stream's last sequence number, and the position of what it wrote, if anything. */
    private record Decided(long sequence, OptionalLong written) {}

    private Decided decide(Command command, MetaData meta, boolean mayGuess) {
        if (mayGuess && command.usuallyFirst() && !known.has(command.stream())) {
            Optional<Decided> guessed = guess(command, meta);
            known.add(command.stream());
            if (guessed.isPresent()) {
                return guessed.get();
            }
        }
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return send(command, meta);
            } catch (ConcurrencyException | AggregateStreamCreationException lost) {
                // Another decision stands where this one would have: decide again.
            }
        }
        throw new BusyException("Lost " + ATTEMPTS + " races in a row");
    }

    /** Without loading; empty when that proves nothing: the stream has events, or nothing was to be written. */
    private Optional<Decided> guess(Command command, MetaData meta) {
        try {
            return Optional.of(send(command, meta.and(GuessedNew.GUESS, true)))
                    .filter(decided -> decided.written().isPresent());
        } catch (ConcurrencyException | AggregateStreamCreationException | Refusal wrong) {
            return Optional.empty();
        }
    }

    private Decided send(Command command, MetaData meta) {
        long sequence = gateway.<Long>sendAndWait(new GenericCommandMessage<>(command, meta));
        return new Decided(sequence, WrittenPosition.take());
    }

    private long lastPosition(String stream, long sequence) {
        return sequence < 0
                ? reader.head().position()
                : reader.stream(stream, sequence, 1).getFirst().position();
    }
}
