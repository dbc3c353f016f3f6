package io.shiporskip.command.axon;

import io.shiporskip.command.Command;
import io.shiporskip.log.axon.LogEventStorageEngine;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Has a command decided on an empty stream without looking, where its sender asks for that with {@link #GUESS}. A wrong
 * guess cannot be written, for the stream's first place is taken; whoever guesses must decide again then, and also when
 * nothing was to be written.
 */
public final class GuessedNew implements MessageHandlerInterceptor<CommandMessage<?>> {

    /** Under this key a command's metadata may say {@code true}. */
    public static final String GUESS = "guess-new";

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        CommandMessage<?> message = unitOfWork.getMessage();
        if (Boolean.TRUE.equals(message.getMetaData().get(GUESS)) && message.getPayload() instanceof Command command) {
            LogEventStorageEngine.assumeNew(unitOfWork, command.stream());
        }
        return chain.proceed();
    }
}
