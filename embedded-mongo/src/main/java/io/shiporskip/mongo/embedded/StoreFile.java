package io.shiporskip.mongo.embedded;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.mvstore.MVStoreException;
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
