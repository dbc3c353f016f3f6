package io.shiporskip.mongo.embedded;

import io.shiporskip.mongo.embedded.journal.JournalEnd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;
import org.h2.store.fs.FileUtils;

/**
 * A small file beside the store that says how far it and its journal have been known to reach. A store that ends before it
 * has lost its end: by itself it would drop a damaged last chunk without a word, and the writes in it.
 */
final class HeadMarker implements AutoCloseable {

    private static final int BYTES = 3 * Long.BYTES + Integer.BYTES;
    private static final int BYTES_WITHOUT_JOURNAL = Long.BYTES + Integer.BYTES;

    private final FileChannel file;
    private long marked = -1;
    private JournalEnd markedJournal = JournalEnd.NONE;

    private HeadMarker(FileChannel file) {
        this.file = file;
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
        HeadMarker marker = new HeadMarker(file);
        if (exists) {
            marker.read(name);
        } else {
            marker.mark(0, JournalEnd.NONE);
        }
        return marker;
    }

    private void read(String name) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        file.read(bytes, 0);
        bytes.flip();
        int length = bytes.limit() - Integer.BYTES;
        boolean whole = bytes.limit() == BYTES || bytes.limit() == BYTES_WITHOUT_JOURNAL;
        if (!whole || bytes.getInt(length) != checksum(bytes, length) || bytes.getLong(0) < 0) {
            throw new DataFolderException(name + " is damaged: it says how far the data has to reach.");
        }
        marked = bytes.getLong();
        if (bytes.limit() == BYTES) {
            markedJournal = new JournalEnd(bytes.getLong(), bytes.getLong());
        }
    }

    /** The version of the store that it has been known to reach. */
    long marked() {
        return marked;
    }

    /** How far the journal has been known to reach. */
    JournalEnd markedJournal() {
        return markedJournal;
    }

    /** Says that the store reaches this version and the journal this end; to be called after their own syncs. */
    void mark(long version, JournalEnd journal) throws IOException {
        if (version != marked || !journal.equals(markedJournal)) {
            ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                    .putLong(version)
                    .putLong(journal.start())
                    .putLong(journal.length());
            bytes.putInt(checksum(bytes, bytes.position()));
            file.write(bytes.flip(), 0);
            file.force(true);
            marked = version;
            markedJournal = journal;
        }
    }

    private static int checksum(ByteBuffer bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(0, length));
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
