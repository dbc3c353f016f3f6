package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is a moment of a server that goes on: nothing that was acknowledged before is missing, nothing is half there. */
class BackupTest {

    private static final int WRITERS = 4;
    private static final Upkeep LITTLE = new Upkeep(16, 64 << 10, 64 << 10);

    @TempDir
    private Path folder;

    private static Document block(long writer, long number) {
        return new Document("_id", writer * 1_000_000 + number)
                .append("text", "x".repeat(200))
                .append(
                        "events",
                        List.of(
                                new Document("aggregate", "w" + writer).append("sequence", 2 * number),
                                new Document("aggregate", "w" + writer).append("sequence", 2 * number + 1)));
    }

    @Test
    void largeEntriesAreCopiedInPiecesToo() throws IOException {
        AtomicInteger pieces = new AtomicInteger();
        Path copy = Files.createDirectory(folder.resolve("copy"));
        try (EmbeddedMongo large = EmbeddedMongo.open(folder.resolve("large"));
                Client writer = new Client(large)) {
            for (int i = 0; i < 12; i++) {
                writer.collection("blocks").insertOne(new Document("_id", i).append("text", "x".repeat(1 << 20)));
            }
            large.backUp(copy, (_, _) -> pieces.incrementAndGet());
        }
        assertThat(pieces.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void underLoadItHoldsAllThatWasAcknowledgedBeforeAndIsWholeItself() throws Exception {
        Path target = Files.createDirectory(folder.resolve("backup"));
        AtomicLongArray acknowledged = new AtomicLongArray(WRITERS);
        long[] before = new long[WRITERS];
        try (EmbeddedMongo server = EmbeddedMongo.open(folder.resolve("data"), "", LITTLE);
                Client client = new Client(server)) {
            MongoCollection<Document> blocks = client.collection("blocks");
            blocks.createIndex(
                    new Document("events.aggregate", 1).append("events.sequence", 1), new IndexOptions().unique(true));
            MongoCollection<Document> model = client.collection("model");
            MongoCollection<Document> dropped = client.collection("dropped");
            dropped.insertMany(IntStream.range(0, 3_000)
                    .mapToObj(i -> new Document("_id", i).append("text", "y".repeat(300)))
                    .toList());
            AtomicBoolean stop = new AtomicBoolean();
            List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.runAsync(
                            () -> {
                                for (long number = 1; !stop.get(); number++) {
                                    blocks.insertOne(block(writer, number));
                                    model.replaceOne(
                                            Filters.eq("_id", writer),
                                            new Document("number", number),
                                            new ReplaceOptions().upsert(true));
                                    acknowledged.set(writer, number);
                                }
                            },
                            task -> Thread.ofVirtual().start(task)))
                    .toList();
            await().until(() -> IntStream.range(0, WRITERS).allMatch(writer -> acknowledged.get(writer) > 100));
            for (int writer = 0; writer < WRITERS; writer++) {
                before[writer] = acknowledged.get(writer);
            }
            CompletableFuture<Void> drop = CompletableFuture.runAsync(dropped::drop);

            server.backUp(target, (done, total) -> assertThat(done).isLessThanOrEqualTo(total));

            long[] after =
                    IntStream.range(0, WRITERS).mapToLong(acknowledged::get).toArray();
            await().until(() ->
                    IntStream.range(0, WRITERS).allMatch(writer -> acknowledged.get(writer) > after[writer]));
            stop.set(true);
            writers.forEach(CompletableFuture::join);
            drop.join();
        }
        try (EmbeddedMongo copy = EmbeddedMongo.open(target);
                Client client = new Client(copy)) {
            MongoCollection<Document> blocks = client.collection("blocks");
            for (long writer = 0; writer < WRITERS; writer++) {
                List<Long> numbers = blocks.find(Filters.and(
                                Filters.gte("_id", writer * 1_000_000), Filters.lt("_id", (writer + 1) * 1_000_000)))
                        .map(each -> each.getLong("_id") % 1_000_000)
                        .into(new ArrayList<>());
                assertThat(numbers)
                        .hasSizeGreaterThanOrEqualTo((int) before[(int) writer])
                        .isEqualTo(LongStream.rangeClosed(1, numbers.size())
                                .boxed()
                                .toList());
                for (long number : numbers) {
                    assertThat(blocks.find(Filters.elemMatch(
                                            "events",
                                            Filters.and(
                                                    Filters.eq("aggregate", "w" + writer),
                                                    Filters.eq("sequence", 2 * number + 1))))
                                    .map(each -> each.getLong("_id")))
                            .containsExactly(writer * 1_000_000 + number);
                }
                assertThat(client.collection("model")
                                .find(Filters.eq("_id", (int) writer))
                                .map(each -> each.getLong("number")))
                        .singleElement()
                        .isIn(numbers.size() - 1L, (long) numbers.size());
            }
            assertThat(client.collection("dropped").find().into(new ArrayList<>()))
                    .satisfiesAnyOf(
                            all -> assertThat(all).hasSize(3_000),
                            none -> assertThat(none).isEmpty());
            assertThat(copy.scans()).isEmpty();
            blocks.insertOne(block(WRITERS, 1));
        }
        EmbeddedMongo.open(target).close();
    }

    @Test
    void aFolderThatHoldsDataIsRefusedAndLeftAsItWas() throws Exception {
        Path other = folder.resolve("other");
        EmbeddedMongo.open(other).close();
        byte[] store = Files.readAllBytes(other.resolve("mongo.mv.db"));
        try (EmbeddedMongo server = EmbeddedMongo.open(folder.resolve("data"))) {
            assertThatThrownBy(() -> server.backUp(other, (done, total) -> {}))
                    .isInstanceOf(DataFolderException.class)
                    .hasMessageContaining(other.toString());
            assertThatThrownBy(() -> server.backUp(folder.resolve("nowhere"), (done, total) -> {}))
                    .isInstanceOf(DataFolderException.class)
                    .hasMessageContaining("nowhere");
        }
        assertThat(Files.readAllBytes(other.resolve("mongo.mv.db"))).isEqualTo(store);
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }
}
