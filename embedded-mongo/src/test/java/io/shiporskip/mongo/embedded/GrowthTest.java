package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Space is used again: at every moment the file is within three times what lives in it, however small the writes. */
class GrowthTest {

    private static final int DOCUMENTS = 1_500;
    private static final int REPLACES = 1_500;
    private static final int EVENTS = 92_000;
    private static final int EVENTS_IN_BLOCK = 64;
    private static final int TOOLS = 24;

    /** Keys and the key of the document, once each for the id of an event and for its place in its stream. */
    private static final int INDEX_BYTES_OF_EVENT = 120;

    /** What a store needs that has just begun: versions kept for a crash, and space not worth compacting yet. */
    private static final long START = 12 << 20;

    /** What the product has, which is started with a heap of 512 MB. */
    private static final Upkeep UPKEEP = Upkeep.forHeap(512 << 20);

    /** Two files of 8 MB, each with some that came while the other was made superfluous. */
    private static final long JOURNAL = 64 << 20;

    @TempDir
    private Path folder;

    @Test
    void manySmallWritesKeepTheFileWithinThreeTimesTheData() throws IOException {
        long live = 0;
        ForgetfulDisk.of(folder);
        try (EmbeddedMongo server = EmbeddedMongo.open(folder, ForgetfulDisk.SCHEME + ":", UPKEEP);
                Client client = new Client(server)) {
            MongoCollection<Document> votes = client.collection("votes");
            votes.createIndex(new Document("voter", 1), new IndexOptions().unique(true));
            for (int i = 0; i < DOCUMENTS; i++) {
                Document vote = vote(i, 0);
                live += size(vote);
                votes.insertOne(vote);
            }
            for (int i = 0; i < REPLACES; i++) {
                votes.replaceOne(Filters.eq("_id", i * 7 % DOCUMENTS), vote(i * 7 % DOCUMENTS, i));
            }
            assertThat(server.syncs()).isGreaterThanOrEqualTo(DOCUMENTS + REPLACES);
        }
        assertThat(Files.size(folder.resolve("mongo.mv.db"))).isLessThan(3 * live + (1 << 20));
    }

    @Test
    void aLongLogAndItsReadModelsKeepTheFileWithinThreeTimesTheDataWhileTheyGrow() throws IOException {
        long live = 0;
        try (EmbeddedMongo server = EmbeddedMongo.open(folder, "", UPKEEP);
                Client client = new Client(server)) {
            MongoCollection<Document> blocks = client.collection("blocks");
            blocks.createIndex(
                    new Document("events.aggregate", 1).append("events.sequence", 1), new IndexOptions().unique(true));
            blocks.createIndex(new Document("events.id", 1), new IndexOptions().unique(true));
            MongoCollection<Document> models = client.collection("models").withWriteConcern(WriteConcern.W1);
            for (int position = 1; position <= EVENTS; position += EVENTS_IN_BLOCK) {
                Document block = block(position);
                live += size(block) + (long) EVENTS_IN_BLOCK * INDEX_BYTES_OF_EVENT;
                blocks.insertOne(block);
                for (int i = 0; i < 3; i++) {
                    models.replaceOne(
                            Filters.eq("_id", (position + i) % TOOLS),
                            new Document("position", position).append("text", "y".repeat(2_000)),
                            new ReplaceOptions().upsert(true));
                }
                if (position / EVENTS_IN_BLOCK % 50 == 0) {
                    assertThat(Files.size(folder.resolve("mongo.mv.db")))
                            .as("at %d events, with %d bytes alive", position, live)
                            .isLessThan(3 * live + START);
                    assertThat(Files.size(folder.resolve("mongo.journal-1"))
                                    + Files.size(folder.resolve("mongo.journal-2")))
                            .isLessThan(JOURNAL);
                }
            }
            System.out.println("file / data: " + (double) Files.size(folder.resolve("mongo.mv.db")) / live);
        }
    }

    private static Document vote(int id, int version) {
        return new Document("_id", id)
                .append("voter", "voter-" + Integer.toHexString(id * 0x9E3779B9))
                .append("version", version)
                .append("text", "x".repeat(500));
    }

    private static Document block(long first) {
        return new Document("_id", first)
                .append("n", EVENTS_IN_BLOCK)
                .append(
                        "events",
                        IntStream.range(0, EVENTS_IN_BLOCK)
                                .mapToObj(i -> event(first + i))
                                .toList());
    }

    private static Document event(long position) {
        return new Document("id", new UUID(position, 7).toString())
                .append("aggregate", "ballot:tool-1:" + new UUID(position * 0x9E3779B97F4A7C15L, position))
                .append("sequence", 0L)
                .append("payload", "p".repeat(200))
                .append("meta", "m".repeat(80));
    }

    private static int size(Document document) {
        return new RawBsonDocument(document, new DocumentCodec())
                .getByteBuffer()
                .remaining();
    }
}
