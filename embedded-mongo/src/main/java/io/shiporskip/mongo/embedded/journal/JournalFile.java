package io.shiporskip.mongo.embedded.journal;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One file of a journal: groups of changes after one another, all since one version of the store. It is written over
 * from its beginning when it begins anew, so that the file system has nothing to do but write; what lies behind its end is
 * of another version and does not count.
 */
final class JournalFile implements AutoCloseable {

    private static final int MAGIC = 0x53534a31;
    private static final int HEADER = 4 + 4 + 8 + 8 + 4;

    /** The magic number and the checksum itself are not covered. */
    private static final int COVERED_FROM = 8;

    private static final int BUFFER = 256 << 10;

    private final String name;
    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private long start;
    private long length;
    private long groups;

    /**
     * Opens a file and finds its end.
     *
     * @throws JournalDamagedException when something follows that is not whole
     */
    JournalFile(String name, FileChannel file) throws IOException {
        this.name = name;
        this.file = file;
        this.start = JournalEnd.NO_JOURNAL;
        read((map, changes) -> {});
    }

    String name() {
        return name;
    }

    /** The version of the store that it follows; {@link JournalEnd#NO_JOURNAL} while nothing stands in it. */
    long start() {
        return start;
    }

    long length() {
        return length;
    }

    /** From now on it follows this version; what stood in it is void with the next write. */
    void begin(long version) {
        start = version;
        length = 0;
        groups = 0;
    }

    /** Adds a group and waits until it is on disk. */
    void write(List<Changes> group) throws IOException {
        List<ByteBuffer> pieces = new ArrayList<>();
        group.forEach(changes -> changes.forEachPiece(pieces::add));
        int payload = 0;
        for (ByteBuffer piece : pieces) {
            payload = Math.addExact(payload, piece.remaining());
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER)
                .putInt(MAGIC)
                .putInt(0)
                .putLong(start)
                .putLong(groups)
                .putInt(payload)
                .flip();
        CRC32C sum = new CRC32C();
        sum.update(header.duplicate().position(COVERED_FROM));
        pieces.forEach(piece -> sum.update(piece.duplicate()));
        header.putInt(4, (int) sum.getValue());
        pieces.addFirst(header);
        long at = length;
        for (ByteBuffer piece : pieces) {
            while (piece.hasRemaining()) {
                if (!buffer.hasRemaining()) {
                    at += flush(at);
                }
                int count = Math.min(piece.remaining(), buffer.remaining());
                buffer.put(piece.slice(piece.position(), count));
                piece.position(piece.position() + count);
            }
        }
        at += flush(at);
        file.force(false);
        length = at;
        groups++;
    }

    /** Writes what has gathered; returns how much it was. */
    private int flush(long at) throws IOException {
        buffer.flip();
        int bytes = buffer.remaining();
        while (buffer.hasRemaining()) {
            file.write(buffer, at + buffer.position());
        }
        buffer.clear();
        return bytes;
    }

    /** Tells what stands in it, in order. */
    void replay(MapChanges to) throws IOException {
        read((at, payload) -> {
            try {
                Changes.read(payload, to);
            } catch (BufferUnderflowException e) {
                throw new JournalDamagedException(name + " is damaged at byte " + at + ". Nothing has been changed.");
            }
        });
    }

    private interface Group {
        void found(long at, ByteBuffer payload);
    }

    /** Reads from the beginning to the first group that is not whole, which nothing whole may follow. */
    private void read(Group each) throws IOException {
        long version = JournalEnd.NO_JOURNAL;
        long at = 0;
        long number = 0;
        for (ByteBuffer frame = frame(at, version, number); frame != null; frame = frame(at, version, number)) {
            version = frame.getLong(8);
            int payload = frame.getInt(24);
            each.found(at, frame.slice(HEADER, payload));
            at += HEADER + payload;
            number++;
        }
        if (isFollowed(at, version, number)) {
            throw new JournalDamagedException(
                    name + " is damaged at byte " + at + ": what follows is whole. Nothing has been changed.");
        }
        start = version;
        length = at;
        groups = number;
    }

    /** Whether something here looks like a group that is not whole, and a whole one comes next. */
    private boolean isFollowed(long at, long version, long number) throws IOException {
        ByteBuffer header = bytes(at, HEADER);
        return header != null
                && belongs(header, version, number)
                && header.getInt(24) >= 0
                && frame(at + HEADER + header.getInt(24), header.getLong(8), number + 1) != null;
    }

    /** The group at this place, if it is whole and belongs here. */
    private @Nullable ByteBuffer frame(long at, long version, long number) throws IOException {
        ByteBuffer header = bytes(at, HEADER);
        if (header == null || !belongs(header, version, number)) {
            return null;
        }
        int payload = header.getInt(24);
        ByteBuffer frame = payload < 0 || payload > file.size() - at - HEADER ? null : bytes(at, HEADER + payload);
        return frame != null && frame.getInt(4) == checksum(frame) ? frame : null;
    }

    private static boolean belongs(ByteBuffer header, long version, long number) {
        return header.getInt(0) == MAGIC
                && (number == 0 ? header.getLong(8) >= 0 : header.getLong(8) == version)
                && header.getLong(16) == number;
    }

    private @Nullable ByteBuffer bytes(long at, int count) throws IOException {
        ByteBuffer found = ByteBuffer.allocate(count);
        while (found.hasRemaining()) {
            if (file.read(found, at + found.position()) < 0) {
                return null;
            }
        }
        return found.flip();
    }

    /** Of all that follows the checksum. */
    private static int checksum(ByteBuffer frame) {
        CRC32C sum = new CRC32C();
        sum.update(frame.duplicate().position(COVERED_FROM));
        return (int) sum.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
