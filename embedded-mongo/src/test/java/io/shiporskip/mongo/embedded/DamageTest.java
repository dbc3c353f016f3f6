package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bson.Document;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damage is never taken for an answer. In the header and at the tail the folder is refused, the file left as it was byte
 * for byte; in the middle whoever reads there is told, and whatever else is there can still be read.
 */
class DamageTest {

    private static final int BLOCK = 4096;
    private static final int DOCUMENTS = 400;

    /** Checkpoints often enough for several chunks. */
    private static final Upkeep OFTEN = new Upkeep(16, 32 << 10, 4 << 20);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void fill() {
        file = folder.resolve("mongo.mv.db");
        try (EmbeddedMongo server = EmbeddedMongo.open(folder, "", OFTEN);
                Client client = new Client(server)) {
            MongoCollection<Document> votes = client.collection("votes");
            for (int i = 0; i < DOCUMENTS; i++) {
                votes.insertOne(new Document("_id", i).append("text", "x".repeat(1_000)));
            }
        }
    }

    private void overwrite(long from, int bytes) throws IOException {
        byte[] garbage = new byte[bytes];
        Arrays.fill(garbage, (byte) 0xA5);
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(from);
            raw.write(garbage);
        }
    }

    private void assertRefused() throws IOException {
        byte[] before = Files.readAllBytes(file);
        byte[] marker = Files.readAllBytes(folder.resolve("mongo.head"));
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> EmbeddedMongo.open(folder).close())
                    .isInstanceOf(DataFolderException.class)
                    .hasMessageContaining(folder.toString())
                    .message()
                    .doesNotContain("\n");
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            assertThat(Files.readAllBytes(folder.resolve("mongo.head"))).isEqualTo(marker);
        }
    }

    @Test
    void aDamagedHeaderIsRefused() throws IOException {
        overwrite(0, 2 * BLOCK);
        assertRefused();
    }

    @Test
    void aDamagedLastChunkIsRefused() throws IOException {
        overwrite(lastChunk(), BLOCK);
        assertRefused();
    }

    @Test
    void aLostTailIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, (int) lastChunk()));
        assertRefused();
    }

    @Test
    void anEmptiedFileIsRefused() throws IOException {
        Files.write(file, new byte[0]);
        assertRefused();
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        Files.delete(file);
        assertThatThrownBy(() -> EmbeddedMongo.open(folder).close())
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).doesNotExist();
    }

    /** All of the documents' pages but the last, which a start looks at. */
    @Test
    void damageInTheMiddleIsToldToWhoeverReadsThere() throws IOException {
        long last = lastChunk();
        for (long block = 2 * BLOCK; block < last; block += BLOCK) {
            if (block < last / 2) {
                overwrite(block, BLOCK);
            }
        }
        byte[] damaged = Files.readAllBytes(file);
        try (EmbeddedMongo server = EmbeddedMongo.open(folder);
                Client client = new Client(server)) {
            assertThatThrownBy(() -> client.collection("votes").find().forEach(vote -> {}))
                    .isInstanceOf(MongoException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("damaged");
        } catch (DataFolderException refused) {
            assertThat(refused).hasMessageContaining(folder.toString());
            assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
        }
    }

    @Test
    void onlyWhatCannotBeReadIsCalledDamaged() {
        for (int code :
                new int[] {DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_CHUNK_NOT_FOUND, DataUtils.ERROR_READING_FAILED
                }) {
            MVStoreException unread = new MVStoreException(code, "unread");
            assertThat(DurableBackend.unread("file", unread, false)).hasMessageContaining("file is damaged: unread");
            assertThat(DurableBackend.unread("file", unread, true)).hasMessageContaining("closed or failing");
        }
        assertThat(DurableBackend.unread("file", new MVStoreException(DataUtils.ERROR_CLOSED, "shut"), false))
                .hasMessageContaining("closed or failing");
    }

    private long lastChunk() {
        try (MVStore look =
                new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
            return Long.parseLong(String.valueOf(look.getStoreHeader().get("block")), 16) * BLOCK;
        }
    }
}
