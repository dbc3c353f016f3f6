package io.shiporskip.benchmarks.append;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.benchmarks.load.Load;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;

/**
 * Axon's own extension for MongoDB, at its best: one document an event (a commit here has one event, and one document a
 * commit costs it a third index), no transaction (a commit of one document needs none, and it is faster without), no
 * snapshots, as durable as ours.
 */
final class StockEngine implements Contender {

    static final String NAME = "stock axon-mongo 4.12.0";

    private final MongoDatabase database;
    private final MongoEventStorageEngine engine;

    StockEngine(MongoDatabase database) {
        this.database = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        this.engine = engine(100);
    }

    /** @param batchSize events a query of its readers */
    MongoEventStorageEngine engine(int batchSize) {
        var serializer = VoteMessages.serializer();
        return MongoEventStorageEngine.builder()
                .mongoTemplate(
                        DefaultMongoTemplate.builder().mongoDatabase(database).build())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .batchSize(batchSize)
                .build();
    }

    MongoEventStorageEngine engine() {
        return engine;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Load.Request next() {
        var vote = VoteMessages.next();
        return () -> engine.appendEvents(vote);
    }
}
