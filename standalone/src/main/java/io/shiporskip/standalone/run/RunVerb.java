package io.shiporskip.standalone.run;

import io.shiporskip.standalone.terminal.ExitCodes;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code run}: serves until it is told to stop. */
@Command(
        name = "run",
        description = {
            "Serves pages and the API on http://127.0.0.1:PORT until it is stopped (Ctrl-C, SIGTERM).",
            "Keeps its data in a folder of its own, with an embedded server, unless MONGODB_URI names another."
        },
        showDefaultValues = true)
public final class RunVerb implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to serve on; 0 for a free one.")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Folder for the data, the keys and the tokens; made when it is missing.")
    private Path data = Path.of("data");

    @Option(names = "--no-sample", description = "Starts an empty site without the sample tools.")
    private boolean noSample;

    @Option(
            names = "--new-visitors",
            paramLabel = "N",
            defaultValue = "300",
            description = "How many new visitors an hour one network address may become; 0 for no limit.")
    private int newVisitors;

    @Override
    public Integer call() throws InterruptedException {
        StandaloneSettings settings =
                new StandaloneSettings(data, port, !noSample, newVisitors, StandaloneSettings.externalMongodb());
        FirstRun firstRun = FirstRun.in(data);
        Thread whileStarting = new Thread(RunVerb::stopWhileStarting, "stop");
        Runtime.getRuntime().addShutdownHook(whileStarting);
        Standalone standalone;
        try {
            standalone = Standalone.start(settings);
        } finally {
            forget(whileStarting);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(standalone), "stop"));
        firstRun.greet(standalone.url());
        System.out.println("ready " + standalone.url());
        new CountDownLatch(1).await();
        return ExitCodes.OK;
    }

    private static void forget(Thread hook) throws InterruptedException {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stoppingAlready) {
            // The hook ends the process; whatever the start says from here on is of no use to anybody.
            hook.join();
        }
    }

    /** What a start has written so far may be cut off anywhere: that is what the database is made for. */
    private static void stopWhileStarting() {
        System.out.println("stopped before it was ready");
        Runtime.getRuntime().halt(ExitCodes.OK);
    }

    /**
     * A stop by a signal is a clean one and ends with exit code 0. The JVM would end with 128 + the signal's number, so the
     * process ends here, when all is closed.
     */
    private static void stop(Standalone standalone) {
        standalone.close();
        System.out.println("stopped");
        Runtime.getRuntime().halt(ExitCodes.OK);
    }
}
