package io.shiporskip.command.register;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Stands before every decision on the command bus, so that no way to a ballot leads past the register. */
public final class ListedToolsGate implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final ListedTools tools;

    ListedToolsGate(ListedTools tools) {
        this.tools = tools;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        if (unitOfWork.getMessage().getPayload() instanceof OnTools command) {
            tools.require(command);
        }
        return chain.proceed();
    }
}
