package io.shiporskip.log.axon;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;

/**
 * Axon's own suite for its event store, over the log, all of it, unchanged. Some of its tests sleep 100 ms and then
 * expect a background thread to be done: on a busy machine these may need another try, which the build gives them.
 */
class AxonEmbeddedEventStoreSuiteTest extends EmbeddedEventStoreTest {

    private final TestEngine log = new TestEngine();

    @Override
    public EventStorageEngine createStorageEngine() {
        return log.builder().build();
    }

    @AfterEach
    void close() {
        log.close();
    }
}
