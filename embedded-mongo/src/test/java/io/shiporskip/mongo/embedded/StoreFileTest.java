package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one buffer that a checkpoint's pages are put together in. */
class StoreFileTest {

    private static final int BYTES = 5 << 20;

    @TempDir
    private Path folder;

    private StoreFile file;
    private MVStore store;

    @BeforeEach
    void open() {
        file = StoreFile.open(folder.resolve("mongo.mv.db").toString(), false, 16, BYTES);
        store = new MVStore.Builder().adoptFileStore(file).open();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aCheckpointUsesTheBufferOfTheOneBefore() {
        WriteBuffer first = file.getWriteBuffer();
        first.putInt(7);
        file.releaseWriteBuffer(first);

        WriteBuffer second = file.getWriteBuffer();

        assertThat(second).isSameAs(first);
        assertThat(second.position()).isZero();
    }

    @Test
    void whatALargeOneGrewToIsLetGo() {
        WriteBuffer buffer = file.getWriteBuffer();
        buffer.limit(3 * BYTES);
        assertThat(buffer.capacity()).isGreaterThanOrEqualTo(3 * BYTES);
        file.releaseWriteBuffer(buffer);

        assertThat(file.getWriteBuffer().capacity()).isEqualTo(BYTES);
    }

    @Test
    void twoAtTheSameTimeHaveOneEach() {
        assertThat(file.getWriteBuffer()).isNotSameAs(file.getWriteBuffer());
    }
}
