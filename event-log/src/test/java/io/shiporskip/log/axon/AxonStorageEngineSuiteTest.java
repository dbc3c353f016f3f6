package io.shiporskip.log.axon;

import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Axon's own suite for storage engines, all of it, unchanged. */
class AxonStorageEngineSuiteTest
        extends BatchingEventStorageEngineTest<LogEventStorageEngine, LogEventStorageEngineBuilder> {

    private TestEngine log = new TestEngine();

    @BeforeEach
    void setUp() {
        setTestSubject(createEngine());
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Override
    protected LogEventStorageEngine createEngine(UnaryOperator<LogEventStorageEngineBuilder> customization) {
        return customization.apply(log.builder()).build();
    }
}
