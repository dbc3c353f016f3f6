package io.shiporskip.mongo.embedded;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** Prints figures of the loads that read models and readers of the log make; run by hand. Each is the median of rounds. */
final class Throughput {

    private static final int ROUNDS = 7;
    private static final int DOCUMENTS = 40_000;

    private Throughput() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("embedded-mongo-throughput");
        List<String> chosen = args.length > 0 ? List.of(args) : List.of("models", "log", "votes");
        try (EmbeddedMongo server = EmbeddedMongo.open(folder);
                Client client = new Client(server)) {
            if (chosen.contains("models")) {
                for (int batch : new int[] {1_000, 10_000}) {
                    models(client, batch);
                }
            }
            if (chosen.contains("log")) {
                log(client);
            }
            if (chosen.contains("votes")) {
                votes(server, client);
            }
        }
    }

    /** Ballots of a read model, written as the projecting engine writes them: unordered, compare-and-set, w: 1. */
    private static void models(Client client, int batch) {
        List<Double> inserts = new ArrayList<>();
        List<Double> replaces = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            MongoCollection<BsonDocument> ballots = client.mongo()
                    .getDatabase("test")
                    .getCollection("ballots" + batch + "-" + round, BsonDocument.class)
                    .withWriteConcern(WriteConcern.W1);
            Random random = new Random(round);
            List<String> ids = IntStream.range(0, DOCUMENTS)
                    .mapToObj(i -> "tool-" + i % 24 + ":" + Long.toHexString(random.nextLong()))
                    .toList();
            inserts.add(rate(() -> batches(ballots, batch, i -> new InsertOneModel<>(ballot(ids.get(i), 1)))));
            replaces.add(rate(() -> batches(
                    ballots,
                    batch,
                    i -> new ReplaceOneModel<>(
                            Filters.and(Filters.eq("_id", ids.get(i)), Filters.eq("position", 1L)),
                            ballot(ids.get(i), 2)))));
            ballots.drop();
        }
        print("inserts of small documents in batches of %d, w:1: %.0f/s".formatted(batch, median(inserts)));
        print("compare-and-set replaces in batches of %d, w:1: %.0f/s".formatted(batch, median(replaces)));
    }

    private static void batches(
            MongoCollection<BsonDocument> collection,
            int batch,
            java.util.function.IntFunction<WriteModel<BsonDocument>> write) {
        for (int from = 0; from < DOCUMENTS; from += batch) {
            List<WriteModel<BsonDocument>> writes = IntStream.range(from, Math.min(from + batch, DOCUMENTS))
                    .mapToObj(write)
                    .toList();
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    private static BsonDocument ballot(String id, long position) {
        return new BsonDocument("_id", new BsonString(id))
                .append("position", new BsonInt64(position))
                .append("choice", new BsonString("ship"))
                .append("counted", new BsonString("ship"))
                .append("changes", new BsonInt32(1))
                .append("at", new BsonString("2026-01-31T12:00:00Z"));
    }

    /** Blocks of 256 events, read back in ranges of {@code _id} as a follower does, as raw bytes. */
    private static void log(Client client) {
        MongoCollection<Document> blocks = client.collection("blocks");
        blocks.createIndex(
                new Document("events.aggregate", 1).append("events.sequence", 1), new IndexOptions().unique(true));
        blocks.createIndex(new Document("events.id", 1), new IndexOptions().unique(true));
        int events = 200_000;
        int each = 256;
        print("appends in blocks of %d, j:true: %.0f events/s"
                .formatted(
                        each,
                        rate(
                                () -> {
                                    for (long at = 1; at < events; at += each) {
                                        blocks.insertOne(Measure.block(at, each));
                                    }
                                },
                                events)));
        MongoCollection<RawBsonDocument> raw = blocks.withDocumentClass(RawBsonDocument.class);
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rates.add(rate(
                    () -> {
                        for (long at = 1; at < events; at += 5_000) {
                            for (RawBsonDocument block : raw.find(
                                            Filters.and(Filters.gte("_id", at), Filters.lt("_id", at + 5_000)))
                                    .sort(Sorts.ascending("_id"))) {
                                block.getByteBuffer();
                            }
                        }
                    },
                    events));
        }
        print("reading it back in ranges of 5,000: %.0f events/s".formatted(median(rates)));
    }

    /** One plain document an insert, j:true, by many clients. */
    private static void votes(EmbeddedMongo server, Client client) throws Exception {
        MongoCollection<Document> votes = client.collection("votes");
        AtomicLong next = new AtomicLong();
        for (int clients : new int[] {64, 1, 64}) {
            List<Double> rates = new ArrayList<>();
            long syncs = server.syncs();
            long before = next.get();
            for (int round = 0; round < 5; round++) {
                long from = next.get();
                long start = System.nanoTime();
                List<Thread> threads = new ArrayList<>();
                for (int i = 0; i < clients; i++) {
                    threads.add(Thread.ofPlatform().start(() -> {
                        while (System.nanoTime() - start < 2_000_000_000L) {
                            votes.insertOne(new Document("_id", next.incrementAndGet())
                                    .append("voter", "0123456789abcdef0123456789abcdef")
                                    .append("tool", "tool-1")
                                    .append("choice", "ship"));
                        }
                    }));
                }
                for (Thread thread : threads) {
                    thread.join();
                }
                rates.add((next.get() - from) * 1e9 / (System.nanoTime() - start));
            }
            print("%d clients, one insert each, j:true: %.0f/s, %.1f a sync"
                    .formatted(clients, median(rates), (double) (next.get() - before) / (server.syncs() - syncs)));
        }
    }

    private static double rate(Runnable work) {
        return rate(work, DOCUMENTS);
    }

    private static double rate(Runnable work, int things) {
        long start = System.nanoTime();
        work.run();
        return things * 1e9 / (System.nanoTime() - start);
    }

    private static double median(List<Double> rates) {
        double[] sorted =
                rates.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
