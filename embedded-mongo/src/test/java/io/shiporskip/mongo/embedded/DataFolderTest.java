package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that cannot be used is refused with one line that names it, and is left as it was. */
class DataFolderTest {

    @TempDir
    Path folder;

    /** Another process that opens the folder; exits with 1 and prints why when it cannot. */
    static final class OtherProcess {
        private OtherProcess() {}

        public static void main(String[] folder) {
            try (EmbeddedMongo server = EmbeddedMongo.open(Path.of(folder[0]))) {
                System.out.println(server.connectionString());
            } catch (DataFolderException e) {
                System.out.println(e.getMessage());
                System.exit(1);
            }
        }
    }

    @Test
    void theFolderMayBeNamedLikeAStore() {
        Path named = folder.resolve("site.mv.db");
        EmbeddedMongo.open(named).close();
        assertThat(named.resolve("mongo.head")).exists();
    }

    private void fill() {
        try (EmbeddedMongo server = EmbeddedMongo.open(folder);
                Client client = new Client(server)) {
            MongoCollection<Document> votes = client.collection("votes");
            votes.createIndex(
                    new Document("voter", 1), new IndexOptions().unique(true).name("by_voter"));
            for (int i = 0; i < 50; i++) {
                votes.insertOne(new Document("_id", i).append("voter", "v" + i));
            }
        }
    }

    private void assertRefused(String why) throws IOException {
        byte[] before = Files.exists(store()) ? Files.readAllBytes(store()) : new byte[0];
        assertThatThrownBy(() -> EmbeddedMongo.open(folder).close())
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(why)
                .message()
                .doesNotContain("\n");
        assertThat(Files.exists(store()) ? Files.readAllBytes(store()) : new byte[0])
                .isEqualTo(before);
    }

    private Path store() {
        return folder.resolve("mongo.mv.db");
    }

    @Test
    void aFolderInUseIsRefusedAlsoToAnotherProcess() throws Exception {
        EmbeddedMongo server = EmbeddedMongo.open(folder);
        assertRefused("in use");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor()).isEqualTo(1);
        assertThat(said).contains(folder.toString(), "in use");

        server.close();
        EmbeddedMongo.open(folder).close();
    }

    @Test
    void aNewerFormatIsRefused() throws IOException {
        EmbeddedMongo.open(folder).close();
        Files.writeString(folder.resolve("mongo.format"), "3\n");
        assertRefused("newer");
    }

    @Test
    void aFolderFromBeforeThereWasAJournalIsTakenOverAndGetsOne() throws IOException {
        fill();
        ByteBuffer version = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("mongo.head")), 0, 8);
        CRC32C sum = new CRC32C();
        sum.update(version.duplicate());
        Files.write(
                folder.resolve("mongo.head"),
                ByteBuffer.allocate(12)
                        .put(version)
                        .putInt((int) sum.getValue())
                        .array());
        Files.delete(folder.resolve("mongo.journal-1"));
        Files.delete(folder.resolve("mongo.journal-2"));
        Files.writeString(folder.resolve("mongo.format"), "1\n");

        for (int start = 0; start < 2; start++) {
            try (EmbeddedMongo server = EmbeddedMongo.open(folder);
                    Client client = new Client(server)) {
                assertThat(client.collection("votes").find(new Document("voter", "v7")))
                        .hasSize(1);
                assertThat(folder.resolve("mongo.format")).hasContent("2");
                assertThat(folder.resolve("mongo.journal-1")).exists();
            }
        }
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        folder = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> EmbeddedMongo.open(folder))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void aDamagedLastChunkIsNoticedAndNotDropped() throws IOException {
        fill();
        long block;
        try (MVStore look =
                new MVStore.Builder().fileName(store().toString()).readOnly().open()) {
            block = Long.parseLong(String.valueOf(look.getStoreHeader().get("block")), 16);
        }
        try (RandomAccessFile file = new RandomAccessFile(store().toFile(), "rw")) {
            file.seek(block * 4096 + 3);
            file.write('#');
        }
        assertRefused("damaged");
    }

    @Test
    void aShortenedFileIsNoticed() throws IOException {
        fill();
        byte[] bytes = Files.readAllBytes(store());
        Files.write(store(), Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused("");
    }

    @Test
    void aMissingMarkerIsNoticed() throws IOException {
        fill();
        Files.delete(folder.resolve("mongo.head"));
        assertRefused("mongo.head is missing");
    }

    @Test
    void aDocumentThatAnIndexLacksIsNoticed() {
        fill();
        try (MVStore store = new MVStore.Builder().fileName(store().toString()).open()) {
            MVMap<byte[], byte[]> index = store.openMap(
                    "test.votes._index_by_voter",
                    new MVMap.Builder<byte[], byte[]>()
                            .keyType(KeyType.INSTANCE)
                            .valueType(KeyType.INSTANCE));
            index.remove(index.firstKey());
        }
        assertThatThrownBy(() -> EmbeddedMongo.open(folder))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("by_voter")
                .hasMessageContaining("document 0");
    }
}
