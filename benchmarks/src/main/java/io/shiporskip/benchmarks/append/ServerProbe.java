package io.shiporskip.benchmarks.append;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.shiporskip.benchmarks.product.Store;
import org.bson.Document;

/** Asks a server for one small journaled write after another, every few milliseconds, to know whether it is well. */
final class ServerProbe implements AutoCloseable {

    private static final long PAUSE_MILLIS = 10;

    private final MongoClient client;
    private final Thread thread;
    private volatile boolean stopped;

    ServerProbe(Store store, SlowCommits told) {
        client = store.client(1);
        MongoCollection<Document> writes = client.getDatabase(store.database())
                .getCollection("probe")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        thread = Thread.ofPlatform().name("server-probe").start(() -> probe(writes, told));
    }

    private void probe(MongoCollection<Document> writes, SlowCommits told) {
        try {
            while (!stopped) {
                long from = System.nanoTime();
                writes.insertOne(new Document("at", from));
                told.probed(from, System.nanoTime());
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
