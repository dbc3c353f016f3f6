package io.shiporskip.benchmarks.append;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.shiporskip.benchmarks.product.Store;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * Asks a server for one small journaled write after another, every few milliseconds, to know whether it is well. A write
 * counts from when it was due: a process that stood still, the server with it, would otherwise go unseen by a probe that
 * was resting just then.
 */
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
            long due = System.nanoTime();
            while (!stopped) {
                writes.insertOne(new Document("at", due));
                long answered = System.nanoTime();
                told.probed(due, answered);
                due = answered + TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
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
