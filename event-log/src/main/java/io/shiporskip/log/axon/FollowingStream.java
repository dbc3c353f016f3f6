package io.shiporskip.log.axon;

import io.shiporskip.log.StoredEvent;
import io.shiporskip.log.read.LogFollower;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** One open stream: a thread follows the log, upcasts, and reads ahead into a bounded buffer. */
final class FollowingStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final int READ = 256;
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final ReadAhead<TrackedEventMessage<?>> buffer = new ReadAhead<>(2 * READ);
    private final LogFollower follower;
    private final Thread thread;

    FollowingStream(LogFollower follower, Serializer serializer, EventUpcaster upcasters) {
        this.follower = follower;
        this.thread = Thread.ofVirtual()
                .name("event-log-stream-after-" + follower.position())
                .start(() -> follow(serializer, upcasters));
    }

    private void follow(Serializer serializer, EventUpcaster upcasters) {
        try {
            Stream<TrackedEventData<String>> endless = StreamSupport.stream(new Endless(), false);
            EventUtils.upcastAndDeserializeTrackedEvents(endless, serializer, upcasters)
                    .forEach(buffer::put);
        } catch (Throwable e) {
            // An Error as well: whoever waits for the next event must not wait for a thread that is no more.
            buffer.fail(e instanceof RuntimeException ours ? ours : new IllegalStateException(e.toString(), e));
        }
    }

    /** Pulls from the follower; ends when the stream is closed. */
    private final class Endless extends Spliterators.AbstractSpliterator<TrackedEventData<String>> {

        private Iterator<StoredEvent> events = List.<StoredEvent>of().iterator();

        Endless() {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        }

        @Override
        public boolean tryAdvance(Consumer<? super TrackedEventData<String>> action) {
            try {
                while (!events.hasNext()) {
                    if (buffer.isClosed()) {
                        return false;
                    }
                    events = follower.next(READ, WAIT).iterator();
                }
            } catch (InterruptedException e) {
                return false;
            }
            action.accept(PlainEventData.of(events.next()));
            return true;
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return buffer.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return buffer.awaitNext(unit.toNanos(timeout));
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        return buffer.take();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        buffer.onAvailable(callback);
        return true;
    }

    @Override
    public void close() {
        follower.close();
        buffer.close();
        thread.interrupt();
    }
}
