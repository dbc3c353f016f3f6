package io.shiporskip.standalone.transfer;

import io.shiporskip.log.block.Block;
import io.shiporskip.log.transfer.BlockLine;
import io.shiporskip.standalone.terminal.OperatorException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file that is being exported to, perhaps one that an export before has begun and not ended. */
final class ExportFile implements AutoCloseable {

    private static final int STEP = 1 << 16;
    private static final byte[] BEGINNING = "{\"position\":1,".getBytes(StandardCharsets.US_ASCII);

    private final Path path;
    private final FileChannel channel;

    private ExportFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws OperatorException when another export writes to it */
    static ExportFile open(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new OverlappingFileLockException();
            }
            return new ExportFile(path, channel);
        } catch (OverlappingFileLockException held) {
            channel.close();
            throw new OperatorException("Another export writes to " + path + ".");
        }
    }

    /**
     * The block of the last whole line; a cut line after it is not looked at. Nothing is changed yet.
     *
     * @return empty when there is no whole line
     * @throws OperatorException when the file is not an export
     */
    Optional<Block> lastBlock() throws IOException {
        long end = endOfWholeLines();
        if (end == 0) {
            requireBeginning();
            return Optional.empty();
        }
        long start = newlineBefore(end - 1);
        try {
            return Optional.of(BlockLine.read(bytes(start, (int) (end - 1 - start))));
        } catch (IllegalArgumentException e) {
            throw new OperatorException(path + " is left as it is: its last whole line is no block, " + e.getMessage());
        }
    }

    /** Cuts off what follows the last whole line, and writes from there on. */
    OutputStream append() throws IOException {
        channel.truncate(endOfWholeLines());
        channel.position(channel.size());
        return Channels.newOutputStream(channel);
    }

    /** Where the last whole line ends; 0 when there is none. */
    private long endOfWholeLines() throws IOException {
        return newlineBefore(channel.size());
    }

    /** The place after the last newline before {@code end}; 0 when there is none. */
    private long newlineBefore(long end) throws IOException {
        for (long until = end; until > 0; until -= STEP) {
            if (end - until > BlockLine.MAX_BYTES) {
                throw new OperatorException(path + " is left as it is: it is not an export, a line is too long.");
            }
            long from = Math.max(0, until - STEP);
            byte[] step = bytes(from, (int) (until - from));
            for (int i = step.length - 1; i >= 0; i--) {
                if (step[i] == '\n') {
                    return from + i + 1;
                }
            }
        }
        return 0;
    }

    private void requireBeginning() throws IOException {
        byte[] found = bytes(0, (int) Math.min(channel.size(), BEGINNING.length));
        for (int i = 0; i < found.length; i++) {
            if (found[i] != BEGINNING[i]) {
                throw new OperatorException(path + " is left as it is: it is not an export.");
            }
        }
    }

    private byte[] bytes(long from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // reads on until it is full or the file ends
        }
        return buffer.array();
    }

    /** Returns when all that was written is on the disk. */
    void force() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
