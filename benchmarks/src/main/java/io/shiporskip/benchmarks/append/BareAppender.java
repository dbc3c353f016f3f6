package io.shiporskip.benchmarks.append;

import io.shiporskip.benchmarks.load.Load;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.append.Commit;
import io.shiporskip.log.append.NewEvent;
import java.util.List;
import java.util.Objects;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** The event log without Axon: the vote is serialized before the clock starts. */
record BareAppender(BlockAppender appender, Serializer serializer) implements Contender {

    @Override
    public String name() {
        return "event log, bare appender";
    }

    @Override
    public Load.Request next() {
        Commit vote = commit();
        return () -> appender.append(vote);
    }

    Commit commit() {
        var message = VoteMessages.next();
        SerializedObject<String> payload = message.serializePayload(serializer, String.class);
        return new Commit(
                IdentifierFactory.getInstance().generateIdentifier(),
                List.of(new NewEvent(
                        message.getIdentifier(),
                        message.getAggregateIdentifier(),
                        message.getType(),
                        message.getSequenceNumber(),
                        payload.getType().getName(),
                        Objects.requireNonNull(payload.getType().getRevision()),
                        message.getTimestamp(),
                        payload.getData(),
                        message.serializeMetaData(serializer, String.class).getData())));
    }
}
