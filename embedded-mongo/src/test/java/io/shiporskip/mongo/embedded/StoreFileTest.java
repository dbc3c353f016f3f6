package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one buffer that a checkpoint's pages are put together in. */
class StoreFileTest {

    private static final int BYTES = 5 << 20;

    /** Of 1,000 bytes: more than is written between two syncs. */
    private static final int ENTRIES = 4_000;

    private static final int NO_CACHE = 0;

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

    @Test
    void whoWantsAPageOfAChunkThatIsBeingWrittenGetsItAtOnce() throws Exception {
        ForgetfulDisk.State disk = ForgetfulDisk.of(folder);
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch maySync = new CountDownLatch(1);
        String name = ForgetfulDisk.SCHEME + ":" + folder.resolve("slow.mv.db");
        try (MVStore slow = new MVStore.Builder()
                .adoptFileStore(StoreFile.open(name, false, NO_CACHE, BYTES))
                .autoCommitDisabled()
                .open()) {
            slow.setAutoCommitDelay(Integer.MAX_VALUE);
            MVMap<Integer, byte[]> map = slow.openMap("map");
            slow.commit();
            IntStream.range(0, ENTRIES).forEach(i -> map.put(i, content(i)));
            disk.syncWaitsFor = new CountDownLatch(1) {
                @Override
                public void await() throws InterruptedException {
                    writing.countDown();
                    maySync.await();
                }
            };
            slow.tryCommit();
            writing.await();

            try {
                // more than once: its pages are let go of a little after the writing has begun
                CompletableFuture<Void> reads = CompletableFuture.runAsync(
                        () -> IntStream.range(0, 10).forEach(time -> assertHolds(map)),
                        task -> Thread.ofPlatform().daemon().start(task));
                assertThat(reads).succeedsWithin(Duration.ofSeconds(20));
            } finally {
                disk.syncWaitsFor = null;
                maySync.countDown();
            }
            slow.sync();
            assertHolds(map);
        }
    }

    private static void assertHolds(MVMap<Integer, byte[]> map) {
        IntStream.range(0, ENTRIES).forEach(i -> assertThat(map.get(i)).isEqualTo(content(i)));
    }

    private static byte[] content(int i) {
        byte[] bytes = new byte[1_000];
        Arrays.fill(bytes, (byte) i);
        return bytes;
    }
}
