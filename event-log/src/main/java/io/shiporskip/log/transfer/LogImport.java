package io.shiporskip.log.transfer;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.EventLogSchema;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.Succession;
import io.shiporskip.log.read.LogReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;

/**
 * Writes an export into a log that is empty, or begins as the export does: what stands must equal the file's beginning,
 * and the import goes on where the log ends. Each block is checked before it is written: its line, its hash, its place in
 * the chain and in its streams. Nobody else may write to the log meanwhile; an import that meets another writer stops, and
 * the log is sound all the same.
 */
public final class LogImport {

    private final MongoDatabase database;

    public LogImport(MongoDatabase database) {
        this.database = database;
    }

    /** How far an import has come. */
    @FunctionalInterface
    public interface Progress {

        /**
         * @param position of the last event; all up to it stands in the log
         * @param bytes of the file that were read
         */
        void at(long position, long bytes);
    }

    /**
     * What an import did.
     *
     * @param found blocks that stood already
     * @param written blocks that were added
     * @param head where the log ends now
     */
    public record Result(long found, long written, LogHead head) {}

    /**
     * @throws BadLineException when a line cannot be taken; all lines before it stand in the log, nothing of it does
     * @throws IOException when the file cannot be read
     * @throws com.mongodb.MongoException when the server does not answer; the same import goes on where it ended
     */
    public Result run(InputStream file, Progress progress) throws IOException {
        EventLogSchema.ensure(database);
        LogReader reader = new LogReader(database);
        StreamEnds streams = new StreamEnds(reader);
        BlockBatch batch = new BlockBatch(database);
        Iterator<Block> standing = new LogBlocks(database, 0);
        LogHead end = LogHead.EMPTY;
        long found = 0;
        long written = 0;
        Lines lines = new Lines(file);
        try {
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                Block block = following(end, line.get(), lines.number());
                if (written == 0 && standing.hasNext()) {
                    requireSame(standing.next(), block, lines.number());
                    found++;
                } else {
                    refuse(streams.refuses(block), lines.number());
                    batch.add(lines.number(), block);
                    written++;
                }
                end = block.asHead();
                if (batch.isEmpty()) {
                    progress.at(end.position(), lines.bytes());
                }
            }
        } finally {
            batch.flush();
        }
        return new Result(found, written, reader.head());
    }

    private static Block following(LogHead end, byte[] line, long number) {
        try {
            Block block = BlockLine.read(line);
            refuse(Succession.broken(end, block), number);
            return block;
        } catch (IllegalArgumentException e) {
            throw new BadLineException(number, String.valueOf(e.getMessage()));
        }
    }

    private static void requireSame(Block standing, Block block, long number) {
        if (!standing.equals(block)) {
            throw new BadLineException(
                    number,
                    "the log holds another block at position " + standing.position()
                            + ": it does not begin as this file does");
        }
    }

    private static void refuse(Optional<String> reason, long number) {
        if (reason.isPresent()) {
            throw new BadLineException(number, reason.get());
        }
    }
}
