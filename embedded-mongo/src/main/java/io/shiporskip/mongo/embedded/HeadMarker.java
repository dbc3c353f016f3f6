package io.shiporskip.mongo.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;
import org.h2.store.fs.FileUtils;

/**
 * A small file beside the store that says how far the store has been known to reach. A store that ends before it has lost
 * its end: by itself it would drop a damaged last chunk without a word, and the writes in it.
 */
final class HeadMarker implements AutoCloseable {

    private static final int BYTES = Long.BYTES + Integer.BYTES;

    private final FileChannel file;
    private long marked;

    private HeadMarker(FileChannel file, long marked) {
        this.file = file;
        this.marked = marked;
    }

    /**
     * Opens the marker of a store, or makes one for a store that is not there yet.
     *
     * @throws DataFolderException when there is a store but no marker that can be read
     */
    static HeadMarker open(String name, boolean storeExists) throws IOException {
        boolean exists = FileUtils.exists(name) && FileUtils.size(name) > 0;
        if (!exists && storeExists) {
            throw new DataFolderException(name + " is missing: it says how far the data has to reach.");
        }
        FileChannel file = FileUtils.open(name, "rw");
        HeadMarker marker = new HeadMarker(file, -1);
        if (exists) {
            marker.marked = marker.read(name);
        } else {
            marker.mark(0);
        }
        return marker;
    }

    private long read(String name) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        file.read(bytes, 0);
        bytes.flip();
        long version = bytes.remaining() == BYTES ? bytes.getLong() : -1;
        if (version < 0 || bytes.getInt() != checksum(version)) {
            throw new DataFolderException(name + " is damaged: it says how far the data has to reach.");
        }
        return version;
    }

    /** The version of the store that it has been known to reach. */
    long marked() {
        return marked;
    }

    /** Says that the store reaches this version; to be called after the store's own sync. */
    void mark(long version) throws IOException {
        if (version != marked) {
            ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(version).putInt(checksum(version));
            file.write(bytes.flip(), 0);
            file.force(true);
            marked = version;
        }
    }

    private static int checksum(long version) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, version));
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
