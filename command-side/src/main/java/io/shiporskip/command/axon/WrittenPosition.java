package io.shiporskip.command.axon;

import io.shiporskip.log.axon.LogEventStorageEngine;
import java.util.OptionalLong;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Tells the thread that sent a command where its last event stands, which saves reading it back. A unit of work ends
 * before its sender sees the result, and the local command bus decides on the sender's own thread.
 */
public final class WrittenPosition implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final ThreadLocal<OptionalLong> WRITTEN = ThreadLocal.withInitial(OptionalLong::empty);

    /** The position of the last event that this thread's last command wrote; empty when it wrote none. Asked once. */
    public static OptionalLong take() {
        OptionalLong written = WRITTEN.get();
        WRITTEN.remove();
        return written;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        WRITTEN.remove();
        unitOfWork.afterCommit(unit -> WRITTEN.set(LogEventStorageEngine.appendedPosition(unit)));
        return chain.proceed();
    }
}
