package io.shiporskip.benchmarks.rebuild;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.shiporskip.benchmarks.product.Store;
import io.shiporskip.events.DomainEvent;
import io.shiporskip.events.community.BallotEvent;
import io.shiporskip.events.verdict.Counted;
import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.axon.LogMessageSource;
import io.shiporskip.log.read.LogReader;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.bson.Document;

/**
 * Axon's pooled streaming processor over the same log, with what most handlers do: one update of one document for every
 * event. One model instead of all of them; segments, threads and batches as many as help it here.
 */
final class StockProcessor {

    private static final int SEGMENTS = 8;
    private static final int WORKERS = 4;
    private static final int BATCH = 256;
    private static final long LOOK_MILLIS = 20;

    /** Its handler. */
    static final class Handler {

        private final MongoCollection<Document> tallies;
        private final AtomicLong handled = new AtomicLong();

        Handler(MongoCollection<Document> tallies) {
            this.tallies = tallies;
        }

        @EventHandler
        void on(DomainEvent event) {
            var change = event instanceof BallotEvent ballot
                    ? Updates.combine(
                            Updates.inc("ships", change(ballot, Counted.SHIP)),
                            Updates.inc("skips", change(ballot, Counted.SKIP)))
                    : Updates.inc("others", 1);
            String id = event instanceof BallotEvent ballot ? ballot.tool().slug() : event.stream();
            tallies.updateOne(Filters.eq("_id", id), change, new UpdateOptions().upsert(true));
            handled.incrementAndGet();
        }

        private static int change(BallotEvent ballot, Counted of) {
            return (ballot.countedAfter() == of ? 1 : 0) - (ballot.countedBefore() == of ? 1 : 0);
        }
    }

    private StockProcessor() {}

    /** Events a second, over so many of the log's first events or for as long as allowed, after a tenth of that to warm up. */
    static double eventsPerSecond(Store store, long events, Duration longest, Serializer serializer)
            throws InterruptedException {
        try (MongoClient client = store.client(WORKERS + 2);
                ScheduledExecutorService coordinator = Executors.newSingleThreadScheduledExecutor();
                ScheduledExecutorService workers = Executors.newScheduledThreadPool(WORKERS)) {
            MongoDatabase database = client.getDatabase(store.database());
            Handler handler =
                    new Handler(database.getCollection("stock-tallies").withWriteConcern(store.readModelWrites()));
            PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                    .name("stock")
                    .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                            .eventHandlers(handler)
                            .build())
                    .messageSource(new LogMessageSource(
                            new LogReader(database), new LogWakeUp(), serializer, NoOpEventUpcaster.INSTANCE))
                    .tokenStore(MongoTokenStore.builder()
                            .mongoTemplate(DefaultMongoTemplate.builder()
                                    .mongoDatabase(database)
                                    .build())
                            .serializer(JacksonSerializer.defaultSerializer())
                            .build())
                    .transactionManager(NoTransactionManager.instance())
                    .coordinatorExecutor(coordinator)
                    .workerExecutor(workers)
                    .initialSegmentCount(SEGMENTS)
                    .batchSize(BATCH)
                    .build();
            processor.start();
            try {
                return measured(handler.handled, events, longest);
            } finally {
                processor.shutDown();
            }
        }
    }

    private static double measured(AtomicLong handled, long events, Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (handled.get() < events / 10 && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_MILLIS);
        }
        long begun = handled.get();
        long start = System.nanoTime();
        long end = start + longest.toNanos();
        while (handled.get() < events && System.nanoTime() < end) {
            Thread.sleep(LOOK_MILLIS);
        }
        return (handled.get() - begun) * 1e9 / (System.nanoTime() - start);
    }
}
