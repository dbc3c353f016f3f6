package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash leaves, and what is missing or altered in it. */
class JournalDamageTest {

    private static final int DOCUMENTS = 300;

    @TempDir
    private Path folder;

    private Path crashed;
    private Path journal;

    /** A copy of the files of a server that is still running, once its marker has heard of everything. */
    @BeforeEach
    void crash() throws IOException {
        crashed = Files.createDirectory(folder.resolve("crashed"));
        Path running = folder.resolve("running");
        try (EmbeddedMongo server = EmbeddedMongo.open(running);
                Client client = new Client(server)) {
            MongoCollection<Document> votes = client.collection("votes");
            votes.createIndex(new Document("number", 1));
            for (int i = 0; i < DOCUMENTS; i++) {
                votes.insertOne(new Document("_id", i).append("number", -i));
            }
            byte[] before = Files.readAllBytes(running.resolve("mongo.head"));
            votes.deleteOne(new Document("_id", 0));
            await().until(() -> !Arrays.equals(Files.readAllBytes(running.resolve("mongo.head")), before));
            for (Path file : files(running)) {
                Files.copy(file, crashed.resolve(file.getFileName()));
            }
        }
        List<Path> written = files(crashed).stream()
                .filter(file -> file.getFileName().toString().startsWith("mongo.journal"))
                .filter(file -> file.toFile().length() > 10_000)
                .toList();
        assertThat(written).hasSize(1);
        journal = written.getFirst();
    }

    private static List<Path> files(Path folder) {
        try (var found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void allThatWasAcknowledgedIsThereAndFound() {
        for (int start = 0; start < 3; start++) {
            try (EmbeddedMongo server = EmbeddedMongo.open(crashed);
                    Client client = new Client(server)) {
                MongoCollection<Document> votes = client.collection("votes");
                assertThat(votes.find().map(each -> each.getInteger("_id")))
                        .containsExactlyElementsOf(
                                IntStream.range(1, DOCUMENTS + start).boxed().toList());
                assertThat(votes.find(new Document("number", -DOCUMENTS + 1)).map(each -> each.getInteger("_id")))
                        .containsExactly(DOCUMENTS - 1);
                assertThat(votes.find(new Document("number", 0))).isEmpty();
                votes.insertOne(new Document("_id", DOCUMENTS + start).append("number", 1));
                assertThat(server.scans()).isEmpty();
            }
        }
    }

    @Test
    void anAlteredByteIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(journal);
        bytes[bytes.length / 2] ^= 1;
        Files.write(journal, bytes);
        assertRefused();
    }

    @Test
    void aLostEndIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(bytes, bytes.length - 1));
        assertRefused();
    }

    @Test
    void anEmptiedFileIsRefused() throws IOException {
        Files.write(journal, new byte[0]);
        assertRefused();
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        Files.delete(journal);
        assertRefused();
    }

    /** So that a start with what was put back in order has everything. */
    private void assertRefused() throws IOException {
        Map<Path, List<Byte>> before = contents();
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> EmbeddedMongo.open(crashed).close())
                    .isInstanceOf(DataFolderException.class)
                    .hasMessageContaining(journal.toString())
                    .message()
                    .doesNotContain("\n");
            assertThat(contents()).isEqualTo(before);
        }
    }

    private Map<Path, List<Byte>> contents() throws IOException {
        Map<Path, List<Byte>> contents = new TreeMap<>();
        for (Path file : files(crashed)) {
            List<Byte> bytes = new ArrayList<>();
            for (byte each : Files.readAllBytes(file)) {
                bytes.add(each);
            }
            contents.put(file, bytes);
        }
        return contents;
    }
}
