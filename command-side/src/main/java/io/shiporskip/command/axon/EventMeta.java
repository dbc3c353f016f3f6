package io.shiporskip.command.axon;

import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** What every event's metadata says of the command behind it: who asked ({@code actor}) and its id ({@code command}). */
public final class EventMeta implements CorrelationDataProvider {

    public static final String ACTOR = "actor";
    public static final String COMMAND = "command";

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        return Map.of(ACTOR, message.getMetaData().getOrDefault(ACTOR, "unknown"), COMMAND, message.getIdentifier());
    }
}
