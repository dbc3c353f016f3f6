package io.shiporskip.command.axon;

import io.shiporskip.command.Command;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Finds the stream a command is for: the command says so itself, without an annotation of any framework. */
public final class StreamTargetResolver implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        if (message.getPayload() instanceof Command command) {
            return new VersionedAggregateIdentifier((Object) command.stream(), null);
        }
        throw new IllegalArgumentException(message.getCommandName() + " is no command of the command side");
    }
}
