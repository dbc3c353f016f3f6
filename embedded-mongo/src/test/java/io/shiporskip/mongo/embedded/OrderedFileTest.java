package io.shiporskip.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order what is written reaches the disk. */
class OrderedFileTest {

    private static final int BLOCK = 4096;
    private static final List<String> STEPS = new ArrayList<>();

    /** What is being written; pages are read from it by others at the same time. */
    private static ByteBuffer source = ByteBuffer.allocate(0);

    @TempDir
    private Path folder;

    /** A file system that notes each step. */
    public static final class Noted extends FilePathWrapper {
        @Override
        public String getScheme() {
            return "noted";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            FileChannel real = getBase().open(mode);
            return new FileBaseDefault() {
                @Override
                public synchronized int write(ByteBuffer part, long position) throws IOException {
                    assertThat(source.limit()).isEqualTo(source.capacity());
                    STEPS.add("write " + position / BLOCK + "+" + part.remaining() / BLOCK);
                    return real.write(part, position);
                }

                @Override
                public synchronized int read(ByteBuffer target, long position) throws IOException {
                    return real.read(target, position);
                }

                @Override
                public void force(boolean metaData) {
                    STEPS.add("force");
                }

                @Override
                public long size() throws IOException {
                    return real.size();
                }

                @Override
                protected void implTruncate(long length) {
                    STEPS.add("truncate " + length / BLOCK);
                }

                @Override
                public FileLock tryLock(long position, long length, boolean shared) throws IOException {
                    return real.tryLock(position, length, shared);
                }

                @Override
                protected void implCloseChannel() throws IOException {
                    real.close();
                }
            };
        }
    }

    @BeforeEach
    void forget() {
        FilePath.register(new Noted());
        STEPS.clear();
    }

    private FileChannel open() throws IOException {
        return FilePath.get(OrderedFile.name("noted:" + folder.resolve("store")))
                .open("rw");
    }

    private static void write(FileChannel file, int blocks, int at) throws IOException {
        source = ByteBuffer.allocate(blocks * BLOCK);
        for (int i = 0; i < source.capacity(); i++) {
            source.put(i, (byte) (i % 251 + at));
        }
        assertThat(file.write(source, (long) at * BLOCK)).isEqualTo(blocks * BLOCK);
        assertThat(source.hasRemaining()).isFalse();
    }

    private static byte[] read(FileChannel file, int blocks, int at) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(blocks * BLOCK);
        while (target.hasRemaining() && file.read(target, (long) at * BLOCK + target.position()) >= 0) {}
        assertThat(target.hasRemaining()).isFalse();
        return target.array();
    }

    @Test
    void aChunksLastBlockComesAfterAHeaderThatPointsToIt() throws IOException {
        try (FileChannel file = open()) {
            write(file, 5, 2);
            write(file, 2, 0);
        }

        assertThat(STEPS)
                .containsExactly("write 2+4", "force", "write 0+1", "force", "write 6+1", "force", "write 1+1");
    }

    @Test
    void aChunkThatNoHeaderFollowsIsWholeAfterASync() throws IOException {
        try (FileChannel file = open()) {
            write(file, 1, 2);
            write(file, 3, 3);
            file.force(true);
        }

        assertThat(STEPS)
                .containsExactly("force", "write 2+1", "force", "write 3+2", "force", "write 5+1", "force", "force");
    }

    @Test
    void aLongChunkIsSyncedPieceByPiece() throws IOException {
        try (FileChannel file = open()) {
            write(file, 130, 2);
        }

        assertThat(STEPS).containsExactly("write 2+64", "force", "write 66+64", "force", "write 130+1");
    }

    @Test
    void whatIsHeldBackIsReadAndCounts() throws IOException {
        try (FileChannel file = open()) {
            write(file, 3, 2);
            assertThat(file.size()).isEqualTo(5 * BLOCK);
            assertThat(read(file, 3, 2)).isEqualTo(source.array());
            write(file, 2, 5);
            file.truncate(7 * BLOCK);
            assertThat(read(file, 2, 5)).isEqualTo(source.array());
        }
    }
}
