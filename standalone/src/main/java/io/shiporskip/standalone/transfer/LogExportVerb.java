package io.shiporskip.standalone.transfer;

import com.mongodb.MongoException;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.transfer.BadLineException;
import io.shiporskip.log.transfer.LogExport;
import io.shiporskip.log.transfer.TransferException;
import io.shiporskip.standalone.server.Api;
import io.shiporskip.standalone.server.LogDatabase;
import io.shiporskip.standalone.server.ServerOptions;
import io.shiporskip.standalone.terminal.ExitCodes;
import io.shiporskip.standalone.terminal.OperatorException;
import io.shiporskip.standalone.terminal.ProgressLine;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code log export}: from a server that runs, or straight from a data folder that none holds. */
@Command(
        name = "export",
        description = {
            "Writes the log as lines of JSON, one block a line with every field; docs/log-export.md says how. A file",
            "that an export before has begun is gone on with, after its last whole line was found in the log."
        })
public final class LogExportVerb implements Callable<Integer> {

    private static final int BUFFER = 1 << 18;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Parameters(paramLabel = "FILE", description = "The file to write; - for standard output.")
    private String file = "-";

    @Override
    public Integer call() {
        Optional<Api> running = server.running();
        try {
            if (running.isPresent()) {
                return export(ExportSource.of(running.get()));
            }
            server.requireData();
            try (LogDatabase log = LogDatabase.open(server.data())) {
                return export(ExportSource.of(log));
            }
        } catch (TransferException e) {
            throw new OperatorException(String.valueOf(e.getMessage()));
        } catch (BadLineException e) {
            throw ExportSource.brokeOff(e);
        } catch (MongoException e) {
            throw new OperatorException("The database does not answer: " + e.getMessage() + "; export again to go on.");
        } catch (IOException | UncheckedIOException e) {
            throw new OperatorException("Cannot write " + file + ": " + e.getMessage());
        }
    }

    Integer export(ExportSource source) throws IOException {
        // Before the blocks are asked for, which go as far as this at least: what is voted later need not come.
        long head = source.head();
        if (file.equals("-")) {
            LogExport export = new LogExport(LogHead.EMPTY);
            source.blocks(0, blocks -> write(export, head, blocks, System.out));
            return done(export, System.err);
        }
        try (ExportFile target = ExportFile.open(Path.of(file))) {
            Optional<Block> last = target.lastBlock();
            LogExport export = new LogExport(last.map(Block::asHead).orElse(LogHead.EMPTY));
            source.blocks(last.map(block -> block.position() - 1).orElse(0L), blocks -> {
                if (last.isPresent()) {
                    requireSame(last.get(), blocks);
                }
                return write(export, head, blocks, target.append());
            });
            target.force();
            return done(export, System.out);
        }
    }

    private void requireSame(Block last, Iterator<Block> blocks) {
        if (!blocks.hasNext() || !blocks.next().equals(last)) {
            throw new OperatorException(file + " is left as it is: its last whole line is block " + last.position()
                    + ", which this log does not hold as it stands there.");
        }
    }

    private static boolean write(LogExport export, long head, Iterator<Block> blocks, OutputStream to)
            throws IOException {
        OutputStream out = new BufferedOutputStream(to, BUFFER);
        try (ProgressLine progress = new ProgressLine()) {
            export.write(
                    blocks,
                    out,
                    position -> progress.show("Exported up to position " + position + " of " + Math.max(head, position)
                            + ", " + Math.max(0, head - position) + " left"));
        } finally {
            // What was written before a damaged block is whole and stays.
            out.flush();
        }
        if (export.end().position() < head) {
            throw new OperatorException(
                    "The log ended at position " + export.end().position() + " of " + head + "; " + ExportSource.AGAIN);
        }
        return true;
    }

    private Integer done(LogExport export, PrintStream out) {
        if (System.out.checkError()) {
            throw new OperatorException("Standard output was closed before all was written.");
        }
        LogHead end = export.end();
        out.println("Exported " + export.blocks() + (export.blocks() == 1 ? " block" : " blocks") + " to " + file
                + "; it ends at head " + end.position() + ":" + end.hash());
        return ExitCodes.OK;
    }
}
