package io.shiporskip.mongo.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * The file system the store is written through, as {@code ordered:}. A disk may keep any part of what has not been forced,
 * so two things are forced before what depends on them: a chunk before its last block, whose footer makes it valid, and
 * a chunk before the header that points to it. Without the first a power failure can leave a chunk with a hole in it that
 * opens as if it were whole; without the second it can take back a write that was acknowledged.
 */
public final class OrderedFile extends FilePathWrapper {

    static final String PREFIX = "ordered:";

    private static final int BLOCK = 4096;
    private static final int HEADER = 2 * BLOCK;

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

    /** Reads and writes name their position, so nothing here needs a lock. */
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    private static final class Ordered extends FileBaseDefault {

        private final FileChannel file;

        Ordered(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            int length = source.remaining();
            if (position < HEADER) {
                file.force(false);
            } else if (length > BLOCK) {
                int end = source.limit();
                source.limit(end - BLOCK);
                writeFully(source, position);
                source.limit(end);
                file.force(false);
            }
            writeFully(source, position + length - source.remaining());
            return length;
        }

        private void writeFully(ByteBuffer source, long position) throws IOException {
            for (long at = position; source.hasRemaining(); ) {
                at += file.write(source, at);
            }
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // a channel is truncated in place
        protected void implTruncate(long length) throws IOException {
            file.force(false);
            FileChannel same = file.truncate(length);
            assert same == file;
        }

        @Override
        public void force(boolean metaData) throws IOException {
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
