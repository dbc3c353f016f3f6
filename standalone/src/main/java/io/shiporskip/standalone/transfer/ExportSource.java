package io.shiporskip.standalone.transfer;

import io.shiporskip.log.block.Block;
import io.shiporskip.log.read.LogReader;
import io.shiporskip.log.transfer.BlockLine;
import io.shiporskip.log.transfer.Lines;
import io.shiporskip.log.transfer.LogBlocks;
import io.shiporskip.standalone.server.Api;
import io.shiporskip.standalone.server.LogDatabase;
import io.shiporskip.standalone.terminal.OperatorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an export takes its blocks from: a server that runs, or the database itself. */
interface ExportSource {

    String AGAIN = "export again to go on. If it ends there again, have the log verified.";

    /** The server stopped in the midst of its answer. */
    static OperatorException brokeOff(Exception e) {
        return new OperatorException("What the server sends broke off (" + e.getMessage() + "); " + AGAIN);
    }

    /** What is done with the blocks while they can be had. */
    @FunctionalInterface
    interface Taking<T> {
        T take(Iterator<Block> blocks) throws IOException;
    }

    /** Where the log ends now. */
    long head();

    /**
     * The blocks that start after a position, in order.
     *
     * @throws OperatorException when the server stops sending them
     * @throws IOException when {@code taking} does
     * @throws UncheckedIOException the same
     */
    <T> T blocks(long after, Taking<T> taking) throws IOException;

    static ExportSource of(LogDatabase log) {
        return new ExportSource() {
            @Override
            public long head() {
                return new LogReader(log.database()).head().position();
            }

            @Override
            public <T> T blocks(long after, Taking<T> taking) throws IOException {
                return taking.take(new LogBlocks(log.database(), after));
            }
        };
    }

    static ExportSource of(Api api) {
        return new ExportSource() {
            @Override
            public long head() {
                return api.get("/api/log/head").path("position").asLong(0);
            }

            @Override
            public <T> T blocks(long after, Taking<T> taking) {
                return api.postForLines(
                        "/api/log/exports?after=" + after, body -> taken(taking, new ReadLines(new Lines(body))));
            }
        };
    }

    /** What goes wrong here goes wrong with the file that is written; the server has no part in it. */
    private static <T> T taken(Taking<T> taking, Iterator<Block> blocks) {
        try {
            return taking.take(blocks);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** The blocks of lines as they come. */
    final class ReadLines implements Iterator<Block> {

        private final Lines lines;
        private @Nullable Block ahead;

        ReadLines(Lines lines) {
            this.lines = lines;
        }

        @Override
        public boolean hasNext() {
            if (ahead == null) {
                ahead = read().orElse(null);
            }
            return ahead != null;
        }

        @Override
        public Block next() {
            if (!hasNext() || ahead == null) {
                throw new NoSuchElementException("there are no more blocks");
            }
            Block block = ahead;
            ahead = null;
            return block;
        }

        private Optional<Block> read() {
            try {
                return lines.next().map(BlockLine::read);
            } catch (IOException e) {
                throw brokeOff(e);
            } catch (IllegalArgumentException e) {
                throw new OperatorException("The server sent a line that is no block: " + e.getMessage());
            }
        }
    }
}
