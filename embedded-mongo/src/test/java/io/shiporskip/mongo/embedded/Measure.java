package io.shiporskip.mongo.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.Document;

/** Prints figures; run by hand. Blocks of events as the log writes them, each insert with {@code j: true}. */
final class Measure {

    private static final int SECONDS = 5;

    private Measure() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("embedded-mongo-measure");
        for (String what : args.length > 0 ? args : new String[] {"threads", "small", "growth"}) {
            try (EmbeddedMongo server = EmbeddedMongo.open(Files.createDirectories(folder.resolve(what)));
                    Client client = new Client(server)) {
                MongoCollection<Document> blocks = client.collection("blocks");
                blocks.createIndex(
                        new Document("events.aggregate", 1).append("events.sequence", 1),
                        new IndexOptions().unique(true));
                blocks.createIndex(new Document("events.id", 1), new IndexOptions().unique(true));
                switch (what) {
                    case "threads" -> threads(server, blocks);
                    case "small" -> small(server, blocks, folder.resolve(what));
                    case "growth" -> growth(server, blocks, folder.resolve(what));
                    default -> throw new IllegalArgumentException(what);
                }
                print("scans: " + server.scans());
            }
        }
    }

    static Document block(long first, int events) {
        return new Document("_id", first)
                .append("n", events)
                .append("hash", "0".repeat(64))
                .append(
                        "events",
                        IntStream.range(0, events)
                                .mapToObj(i -> event(first + i))
                                .toList());
    }

    private static Document event(long position) {
        return new Document("id", new UUID(position, 7).toString())
                .append(
                        "aggregate",
                        "ballot:tool-" + position % 24 + ":" + Long.toHexString(position * 0x9E3779B97F4A7C15L))
                .append("sequence", 0L)
                .append("name", "CommunityVoteCast")
                .append("payload", "{\"tool\":\"tool-1\",\"voter\":\"0123456789abcdef\",\"choice\":\"ship\"}")
                .append("meta", "{\"actor\":\"visitor\",\"command\":\"0123456789abcdef\"}");
    }

    private static void threads(EmbeddedMongo server, MongoCollection<Document> blocks) throws Exception {
        AtomicLong position = new AtomicLong(1);
        for (int clients : new int[] {1, 1, 16, 64}) {
            long syncs = server.syncs();
            long before = position.get();
            long end = System.nanoTime() + SECONDS * 1_000_000_000L;
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    while (System.nanoTime() < end) {
                        blocks.insertOne(block(position.getAndIncrement(), 1));
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            long written = position.get() - before;
            print("%d clients: %d inserts/s, %.1f a sync"
                    .formatted(clients, written / SECONDS, (double) written / (server.syncs() - syncs)));
        }
    }

    private static void small(EmbeddedMongo server, MongoCollection<Document> blocks, Path folder) throws IOException {
        long bytes = 0;
        long start = System.nanoTime();
        for (int i = 1; i <= 20_000; i++) {
            Document block = block(i, 1);
            bytes += 700;
            blocks.insertOne(block);
            if (i % 2_000 == 0) {
                print("%d inserts, %d syncs, %.0f/s, file %.1f MB, data about %.1f MB"
                        .formatted(
                                i,
                                server.syncs(),
                                i * 1e9 / (System.nanoTime() - start),
                                size(folder) / 1e6,
                                bytes / 1e6));
            }
        }
    }

    private static void growth(EmbeddedMongo server, MongoCollection<Document> blocks, Path folder) throws IOException {
        long position = 1;
        for (int target : new int[] {1_000, 50_000, 200_000}) {
            long start = System.nanoTime();
            long from = position;
            while (position < target) {
                blocks.insertOne(block(position, 64));
                position += 64;
            }
            print("to %d events: %.0f events/s in blocks of 64, file %.1f MB"
                    .formatted(target, (position - from) * 1e9 / (System.nanoTime() - start), size(folder) / 1e6));
            long tail = position;
            long[] next = {tail};
            median("insert of one event", () -> blocks.insertOne(block(next[0]++, 1)));
            position = next[0];
            long last = position;
            median(
                    "last block",
                    () -> blocks.find().sort(Sorts.descending("_id")).limit(1).first());
            median(
                    "range of the log",
                    () -> blocks.find(and(gte("_id", last - 10), lt("_id", last)))
                            .sort(Sorts.ascending("_id"))
                            .into(new ArrayList<>()));
            String aggregate = event(tail + 3).getString("aggregate");
            median(
                    "one stream",
                    () -> blocks.find(elemMatch(
                                    "events",
                                    and(eq("aggregate", aggregate), gte("sequence", 0L), lt("sequence", 100L))))
                            .into(new ArrayList<>()));
        }
        print("syncs " + server.syncs());
    }

    private static void median(String what, Runnable work) {
        long[] nanos = new long[500];
        for (int i = -200; i < nanos.length; i++) {
            long start = System.nanoTime();
            work.run();
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        print("  %s: median %.0f us, p99 %.0f us".formatted(what, nanos[250] / 1e3, nanos[495] / 1e3));
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
