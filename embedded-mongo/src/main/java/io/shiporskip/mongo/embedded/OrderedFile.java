package io.shiporskip.mongo.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The file system the store is written through, as {@code ordered:}. A disk may keep any part of what has not been forced,
 * so a chunk and the header that points to it are written in an order that leaves one of two states: the chunk but for
 * its last block, whose footer makes it valid; the first copy of the header; the last block; the second copy. Until the
 * last block is there, the second copy leads to the chunk before. So a chunk is never valid without a header that points to
 * it: one that is would be taken for a newer one of the same number later on.
 */
public final class OrderedFile extends FilePathWrapper {

    static final String PREFIX = "ordered:";

    private static final int BLOCK = 4096;
    private static final int HEADER = 2 * BLOCK;

    /** No more is written at once: the journal's next sync would wait for all of it. */
    private static final int SLICE = 256 << 10;

    static {
        FilePath.register(new OrderedFile());
    }

    /** Called by H2, which makes one for each path. */
    public OrderedFile() {}

    /** The name under which H2 finds a file through this file system. */
    static String name(String file) {
        return PREFIX + file;
    }

    @Override
    public String getScheme() {
        return "ordered";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Ordered(getBase().open(mode));
    }

    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    private static final class Ordered extends FileBaseDefault {

        private final FileChannel file;
        private volatile @Nullable ByteBuffer held;
        private volatile long heldAt;

        Ordered(FileChannel file) {
            this.file = file;
        }

        /** Leaves the buffer's own bounds alone but at the end: pages are read from it meanwhile. */
        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            int length = source.remaining();
            if (position < HEADER) {
                int first = Math.min(length, BLOCK);
                file.force(false);
                writeFully(part(source, 0, first), position);
                release();
                writeFully(part(source, first, length - first), position + first);
            } else {
                release();
                int last = Math.min(length, BLOCK);
                writeInSlices(source, length - last, position);
                heldAt = position + length - last;
                held = ByteBuffer.allocate(last)
                        .put(part(source, length - last, last))
                        .flip();
            }
            source.position(source.limit());
            return length;
        }

        private static ByteBuffer part(ByteBuffer source, int from, int length) {
            return source.slice(source.position() + from, length);
        }

        private void writeInSlices(ByteBuffer source, int length, long position) throws IOException {
            for (int from = 0; from < length; from += SLICE) {
                if (from > 0) {
                    file.force(false);
                }
                writeFully(part(source, from, Math.min(SLICE, length - from)), position + from);
            }
        }

        /** Writes the block that was held back, after all that was written before it. */
        private void release() throws IOException {
            ByteBuffer last = held;
            if (last != null) {
                file.force(false);
                writeFully(last, heldAt);
                held = null;
                file.force(false);
            }
        }

        private void writeFully(ByteBuffer source, long position) throws IOException {
            for (long at = position; source.hasRemaining(); ) {
                at += file.write(source, at);
            }
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            ByteBuffer last = held;
            if (last != null && position + target.remaining() > heldAt && position < heldAt + last.capacity()) {
                releaseNow();
            }
            return file.read(target, position);
        }

        private synchronized void releaseNow() throws IOException {
            release();
        }

        @Override
        public synchronized long size() throws IOException {
            ByteBuffer last = held;
            return last == null ? file.size() : Math.max(file.size(), heldAt + last.remaining());
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // a channel is truncated in place
        protected synchronized void implTruncate(long length) throws IOException {
            release();
            file.force(false);
            FileChannel same = file.truncate(length);
            assert same == file;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            releaseNow();
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long length, boolean shared) throws IOException {
            return file.tryLock(position, length, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
