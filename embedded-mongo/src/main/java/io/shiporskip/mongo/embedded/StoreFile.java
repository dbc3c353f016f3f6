package io.shiporskip.mongo.embedded;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;
import org.h2.mvstore.WriteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The store's file, opened. A checkpoint's pages are put together in one buffer that is kept for the next: the parent would
 * begin with a megabyte each time and copy it into larger and larger ones, which in a small heap are hard to find room for.
 */
final class StoreFile extends SingleFileStore {

    private static final int PAGE_BYTES = 4096;

    private final int bufferBytes;
    private final AtomicReference<@Nullable WriteBuffer> kept = new AtomicReference<>();
    private volatile @Nullable UnderWay underWay;

    private StoreFile(Map<String, Object> config, int bufferBytes) {
        super(config);
        this.bufferBytes = bufferBytes;
    }

    /**
     * Opens a file, and makes it when it is to be written and not there yet.
     *
     * @param cacheMegabytes of pages that are kept
     * @param bufferBytes of the buffer; for more pages than that it grows, and shrinks again afterwards
     *
     * @throws MVStoreException when it is in use or cannot be opened
     */
    static StoreFile open(String file, boolean readOnly, int cacheMegabytes, int bufferBytes) {
        StoreFile opened = new StoreFile(
                Map.of("cacheSize", cacheMegabytes, "pageSplitSize", PAGE_BYTES, "autoCompactFillRate", 0),
                bufferBytes);
        opened.open(OrderedFile.name(file), readOnly, (char[]) null);
        return opened;
    }

    /**
     * H2 has whoever wants a page of a chunk that is being written read it from the chunk's buffer again and again until all
     * of the chunk is on disk, since the buffer may be used anew at any moment (2.4.240, {@code FileStore.readPage}). Here
     * the chunk counts as written, and what is not there yet is found by {@link #readFully}.
     */
    @Override
    protected void writeFully(@Nullable SFChunk chunk, long position, ByteBuffer source) {
        if (chunk == null || chunk.buffer == null) {
            super.writeFully(chunk, position, source);
            return;
        }
        underWay = new UnderWay(position, source.slice());
        chunk.buffer = null;
        try {
            super.writeFully(chunk, position, source);
        } finally {
            underWay = null;
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same write, not one like it
    public ByteBuffer readFully(@Nullable SFChunk chunk, long position, int length) {
        UnderWay writing = underWay;
        if (writing != null && writing.covers(position, length)) {
            ByteBuffer copy = writing.copy(position, length);
            // The copying is over before this looks again: otherwise the buffer may have been used anew, and the file
            // has it all.
            VarHandle.loadLoadFence();
            if (writing == underWay) {
                return copy;
            }
        }
        return super.readFully(chunk, position, length);
    }

    /** What is being written, and where. */
    private record UnderWay(long position, ByteBuffer bytes) {

        boolean covers(long from, int length) {
            return from >= position && from + length <= position + bytes.limit();
        }

        ByteBuffer copy(long from, int length) {
            return ByteBuffer.allocate(length)
                    .put(bytes.slice((int) (from - position), length))
                    .flip();
        }
    }

    @Override
    public WriteBuffer getWriteBuffer() {
        WriteBuffer buffer = kept.getAndSet(null);
        return buffer == null ? new WriteBuffer(bufferBytes) : buffer;
    }

    @Override
    public void releaseWriteBuffer(WriteBuffer buffer) {
        kept.set(buffer.clear());
    }
}
