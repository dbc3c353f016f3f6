package io.shiporskip.log.axon;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;

/** Axon's own suite for its event store, over the log, all of it, unchanged. */
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
