package io.shiporskip.standalone.transfer;

import com.mongodb.MongoException;
import io.shiporskip.log.transfer.BadLineException;
import io.shiporskip.log.transfer.LogImport;
import io.shiporskip.log.transfer.TransferException;
import io.shiporskip.standalone.run.StandaloneSettings;
import io.shiporskip.standalone.server.LogDatabase;
import io.shiporskip.standalone.server.RunningServer;
import io.shiporskip.standalone.server.ServerFile;
import io.shiporskip.standalone.terminal.ExitCodes;
import io.shiporskip.standalone.terminal.OperatorException;
import io.shiporskip.standalone.terminal.ProgressLine;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code log import}: into a log that nobody else has open. */
@Command(
        name = "import",
        description = {
            "Writes an export into a log that is empty, or begins as the export does; then it goes on where the log",
            "ends. Every line is checked before it is written. Only while nothing serves the data."
        })
public final class LogImportVerb implements Callable<Integer> {

    private static final double MEGABYTE = 1_000_000;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Folder of the data; made when it is missing. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("data");

    @Parameters(paramLabel = "FILE", description = "The file to read; - for standard input.")
    private String file = "-";

    @Override
    public Integer call() {
        refuseRunningServer();
        long size = size();
        try (InputStream in = file.equals("-") ? System.in : new FileInputStream(file);
                LogDatabase log = LogDatabase.open(data);
                ProgressLine progress = new ProgressLine()) {
            if (StandaloneSettings.externalMongodb().isPresent()) {
                progress.show("Looking whether somebody writes to the log …");
                OtherWriters.refuse(log.database());
            }
            LogImport.Result result = new LogImport(log.database())
                    .run(in, (position, bytes) -> progress.show(line(position, bytes, size)));
            progress.wipe();
            System.out.println("Imported " + result.written() + (result.written() == 1 ? " block" : " blocks")
                    + (result.found() > 0 ? " after " + result.found() + " that stood already" : "")
                    + "; the log ends at"
                    + " head " + result.head().position() + ":" + result.head().hash());
            return ExitCodes.OK;
        } catch (BadLineException e) {
            throw new OperatorException(
                    file + ", " + e.getMessage() + ". The lines before it stand in the log, nothing of it does.");
        } catch (TransferException e) {
            throw new OperatorException(String.valueOf(e.getMessage()));
        } catch (MongoException e) {
            throw new OperatorException("The database does not answer: " + e.getMessage() + "; import again to go on.");
        } catch (IOException e) {
            throw new OperatorException("Cannot read " + file + ": " + e.getMessage());
        }
    }

    private void refuseRunningServer() {
        Optional<RunningServer> running = ServerFile.find(data);
        if (running.isPresent()) {
            throw new OperatorException(
                    "The data in " + data + " is served at " + running.get().url() + ": stop that server first.");
        }
    }

    /** -1 when nobody can know. */
    private long size() {
        try {
            return file.equals("-") ? -1 : Files.size(Path.of(file));
        } catch (IOException e) {
            throw new OperatorException("Cannot read " + file + ": there is no such file, or it may not be read.");
        }
    }

    private static String line(long position, long bytes, long size) {
        String read = "Imported up to position " + position + ", " + megabytes(bytes);
        return size < 0
                ? read + " MB read"
                : read + " of " + megabytes(size) + " MB read, " + megabytes(Math.max(0, size - bytes)) + " MB left";
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE);
    }
}
