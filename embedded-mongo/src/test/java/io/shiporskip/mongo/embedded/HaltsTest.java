package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails 200 times at random, of what was not forced some random part is there afterwards, and each time all
 * that was acknowledged is there, whole, and found by every index; what is not there is found by none. Repeat one with
 * {@code -Dseed=…}; more of them with {@code -Dhalts=…}.
 */
class HaltsTest {

    private static final int HALTS = Integer.getInteger("halts", 200);
    private static final int WRITERS = 4;
    private static final int LATEST_SYNC = 10;
    /** So little that many halts fall into a checkpoint, or shortly after one. */
    private static final Upkeep UPKEEP = new Upkeep(16, 1 << 10, 64 << 10);

    @TempDir
    private Path folder;

    private final AtomicLong next = new AtomicLong();

    @Test
    void afterEachHaltTheAcknowledgedIsThereAndDocumentsAndIndexesAgree() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        ForgetfulDisk.State disk = ForgetfulDisk.of(folder);
        Map<Long, Document> standing = new TreeMap<>();
        Map<Long, Integer> models = new ConcurrentHashMap<>();
        for (int halt = 0; halt < HALTS; halt++) {
            String when = "seed %d, halt %d".formatted(seed, halt);
            long from = next.get();
            ConcurrentMap<Long, Document> acknowledged = new ConcurrentHashMap<>();
            try (EmbeddedMongo server = open();
                    Client client = new Client(server)) {
                MongoCollection<Document> blocks = blocks(client);
                disk.powerFailsAtSync(1 + random.nextInt(LATEST_SYNC), random);
                List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                        .mapToObj(writer -> CompletableFuture.runAsync(
                                () -> write(writer, client, blocks, acknowledged, models),
                                task -> Thread.ofVirtual().start(task)))
                        .toList();
                writers.forEach(CompletableFuture::join);
            }
            disk.powerReturns();
            standing.putAll(acknowledged);
            try (EmbeddedMongo server = open();
                    Client client = new Client(server)) {
                check(when, from, client, standing, acknowledged, models);
                assertThat(server.scans()).as(when).isEmpty();
            }
        }
    }

    private EmbeddedMongo open() {
        return EmbeddedMongo.open(folder, ForgetfulDisk.SCHEME + ":", UPKEEP);
    }

    private static MongoCollection<Document> blocks(Client client) {
        MongoCollection<Document> blocks = client.collection("blocks");
        try {
            blocks.createIndex(
                    new Document("events.aggregate", 1).append("events.sequence", 1), new IndexOptions().unique(true));
            blocks.createIndex(new Document("events.id", 1), new IndexOptions().unique(true));
        } catch (MongoException powerIsOff) {
            // the writers find out
        }
        return blocks;
    }

    private void write(
            long writer,
            Client client,
            MongoCollection<Document> blocks,
            ConcurrentMap<Long, Document> acknowledged,
            Map<Long, Integer> models) {
        try {
            while (true) {
                Document block = block(next.getAndIncrement());
                blocks.insertOne(block);
                acknowledged.put(block.getLong("_id"), block);
                int version = models.getOrDefault(writer, 0) + 1;
                client.collection("models")
                        .replaceOne(
                                Filters.eq("_id", writer),
                                new Document("version", version).append("same", version),
                                new ReplaceOptions().upsert(true));
                models.put(writer, version);
            }
        } catch (MongoException powerFailed) {
            // what was under way may be there or not
        }
    }

    /** Of so many events that the journal has the block before it is in memory, and of few. */
    private static Document block(long id) {
        int events = id % 2 == 0 ? 12 : 3;
        return new Document("_id", id)
                .append("text", "x".repeat(300))
                .append(
                        "events",
                        IntStream.range(0, events)
                                .mapToObj(i -> new Document("id", id + "-" + i)
                                        .append("aggregate", "a" + (id * 7 + i) % 50)
                                        .append("sequence", id))
                                .toList());
    }

    private void check(
            String when,
            long from,
            Client client,
            Map<Long, Document> standing,
            Map<Long, Document> acknowledged,
            Map<Long, Integer> models) {
        MongoCollection<Document> blocks = client.collection("blocks");
        Map<Long, Document> there = new TreeMap<>();
        blocks.find().forEach(block -> there.put(block.getLong("_id"), block));
        assertThat(there).as(when).containsAllEntriesOf(standing);
        there.forEach((id, block) -> assertThat(block).as(when).isEqualTo(block(id)));
        assertThat(there.keySet()).as(when).containsAll(acknowledged.keySet());
        for (long id = from; id < next.get(); id++) {
            List<Long> expected = there.containsKey(id) ? List.of(id) : List.of();
            for (Document event : block(id).getList("events", Document.class)) {
                assertThat(ids(blocks, Filters.eq("events.id", event.get("id"))))
                        .as("%s: event %s", when, event)
                        .isEqualTo(expected);
                assertThat(ids(
                                blocks,
                                Filters.elemMatch(
                                        "events",
                                        Filters.and(
                                                Filters.eq("aggregate", event.get("aggregate")),
                                                Filters.eq("sequence", event.get("sequence"))))))
                        .as("%s: event %s", when, event)
                        .isEqualTo(expected);
            }
        }
        standing.putAll(there);
        models.forEach((writer, version) -> {
            Document model =
                    client.collection("models").find(Filters.eq("_id", writer)).first();
            assertThat(model == null ? null : model.get("version"))
                    .as(when)
                    .isIn(version, version + 1)
                    .isEqualTo(model == null ? null : model.get("same"));
        });
        for (long writer = 0; writer < WRITERS; writer++) {
            Document model =
                    client.collection("models").find(Filters.eq("_id", writer)).first();
            if (model != null) {
                models.put(writer, model.getInteger("version"));
            }
        }
    }

    private static List<Long> ids(MongoCollection<Document> blocks, org.bson.conversions.Bson filter) {
        return blocks.find(filter).map(each -> each.getLong("_id")).into(new ArrayList<>());
    }
}
