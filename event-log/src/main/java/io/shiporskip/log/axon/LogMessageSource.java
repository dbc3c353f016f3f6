package io.shiporskip.log.axon;

import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.read.LogFollower;
import io.shiporskip.log.read.LogReader;
import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * The log as a source for Axon's streaming event processors, in any process: unlike Axon's own event store it also
 * notices what other processes append. Each open stream has a virtual thread that reads ahead a bounded number of
 * events, and must be closed.
 */
public final class LogMessageSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final LogReader reader;
    private final LogWakeUp wakeUp;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    /** @param upcasters see one endless stream of events for each stream opened here */
    public LogMessageSource(LogReader reader, LogWakeUp wakeUp, Serializer serializer, EventUpcaster upcasters) {
        this.reader = reader;
        this.wakeUp = wakeUp;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** @throws IllegalArgumentException when the token is not a position of this log */
    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        LogFollower follower = new LogFollower(reader, wakeUp, EventTokens.position(trackingToken));
        return new FollowingStream(follower, serializer, upcasters);
    }

    @Override
    public TrackingToken createTailToken() {
        return EventTokens.TAIL;
    }

    @Override
    public TrackingToken createHeadToken() {
        return EventTokens.head(reader);
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return EventTokens.at(dateTime, reader);
    }
}
