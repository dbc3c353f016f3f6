package io.shiporskip.standalone.backup;

import io.shiporskip.log.LogHead;
import io.shiporskip.mongo.embedded.EmbeddedMongo;
import io.shiporskip.standalone.run.StandaloneSettings;
import io.shiporskip.standalone.server.Api;
import io.shiporskip.standalone.terminal.ExitCodes;
import io.shiporskip.standalone.terminal.OperatorException;
import io.shiporskip.standalone.terminal.ProgressLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup}: of a site that runs, through its server, or of a folder that nobody holds. */
@Command(
        name = "backup",
        description = {
            "Copies the site, its keys and its tokens into a new folder that 'run --data' starts on. A server that runs",
            "goes on meanwhile; the copy holds all that it had acknowledged before."
        })
public final class BackupVerb implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Folder for the copy: a new one, or an empty one.")
    private Path target = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Folder of the data. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("data");

    @Override
    public Integer call() {
        try {
            if (!OwnFolder.isFree(target)) {
                throw new OperatorException(target + " is there and not an empty folder; name another for the copy.");
            }
            Copied copied = copy();
            System.out.println(
                    "backed up to " + target + ": head position " + copied.position + ", chain hash " + copied.hash);
            return ExitCodes.OK;
        } catch (IOException e) {
            throw new OperatorException(
                    "Cannot write " + target + ": " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    private record Copied(long position, String hash) {}

    private Copied copy() throws IOException {
        Optional<Api> running = Api.holding(data);
        if (running.isPresent()) {
            return byServer(running.get());
        }
        if (StandaloneSettings.externalMongodb().isPresent()) {
            throw new OperatorException(BackupApi.NOT_HERE);
        }
        if (!EmbeddedMongo.holdsData(data)) {
            throw new OperatorException("There is no data in " + data + "; name the folder with --data.");
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.open(data);
                ProgressLine progress = new ProgressLine()) {
            LogHead head = new SiteCopy(data, mongo).into(target, (done, total) -> show(progress, done, total));
            return new Copied(head.position(), head.hash());
        }
    }

    /** The server writes where it may, and the copy is put in its place with the rights of whoever asked. */
    private Copied byServer(Api api) throws IOException {
        try (ProgressLine progress = new ProgressLine()) {
            var end = new BackupWatch(api, (done, total) -> show(progress, done, total)).run();
            Path made = data.resolve(end.path("folder").asString(""));
            OwnFolder.move(made, target);
            return new Copied(end.path("position").asLong(), end.path("hash").asString(""));
        }
    }

    private static void show(ProgressLine progress, long done, long total) {
        progress.show(
                total == 0 || done == total
                        ? "Opening the copy to read its head …"
                        : "Copied " + done + " of " + total + " entries, " + (total - done) + " left");
    }
}
