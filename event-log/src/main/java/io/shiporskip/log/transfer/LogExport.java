package io.shiporskip.log.transfer;

import io.shiporskip.log.LogHead;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.block.Succession;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Writes blocks as lines, each only when it follows from the one before it: no export passes damage on. */
public final class LogExport {

    private LogHead end;
    private long blocks;

    /** @param after the end of what has been written already; {@link LogHead#EMPTY} at the start */
    public LogExport(LogHead after) {
        this.end = after;
    }

    /** The end of what is written. */
    public LogHead end() {
        return end;
    }

    /** How many blocks were written. */
    public long blocks() {
        return blocks;
    }

    /**
     * @param progress told the last position written
     * @throws TransferException when a block does not follow; those before it are written
     */
    public void write(Iterator<Block> source, OutputStream out, LongConsumer progress) throws IOException {
        while (source.hasNext()) {
            Block block = source.next();
            Optional<String> broken = Succession.broken(end, block);
            if (broken.isPresent()) {
                throw new TransferException("Block " + block.position()
                        + " of the log is damaged and was not exported: " + broken.get() + ". Have the log verified.");
            }
            out.write(BlockLine.write(block));
            end = block.asHead();
            blocks++;
            progress.accept(end.position());
        }
    }
}
