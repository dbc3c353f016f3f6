package io.shiporskip.acceptance.product;

import io.shiporskip.mongo.testing.TestMongo;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The standalone product on one data folder and one port, as {@code ship-or-skip run} starts it. */
public final class Product implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private final Path data;
    private final int port;
    private final List<String> options;
    private final Map<String, String> environment;
    private Program program;

    private Product(Path data, List<String> options, Map<String, String> environment) {
        this.data = data;
        this.port = Ports.free();
        this.options = options;
        this.environment = environment;
        this.program = launch();
        awaitReady();
    }

    /** Starts it on a data folder and waits until it serves; the limit on new visitors is off. */
    public static Product start(Path data, String... options) {
        return new Product(data, Arrays.asList(options), TestMongo.environment(data));
    }

    /** The same, on a MongoDB that is given. */
    public static Product startOn(String mongodb, Path data) {
        return new Product(data, List.of(), Map.of("MONGODB_URI", mongodb));
    }

    private Program launch() {
        List<String> arguments = new ArrayList<>(
                List.of("run", "--port", Integer.toString(port), "--data", data.toString(), "--new-visitors", "0"));
        arguments.addAll(options);
        Program started = Program.start(
                Java.run(Jars.of("standalone"), arguments.toArray(String[]::new)),
                Jars.project(),
                environment,
                line -> line.startsWith("ready http"));
        return started;
    }

    private void awaitReady() {
        program.awaitSign(START);
    }

    /** Kill -9; the product is one process. */
    public void kill() {
        program.killAtOnce();
    }

    /** Starts it again on the same folder and port. */
    public void startAgain() {
        beginToStart();
        awaitReady();
    }

    /** Starts it again without waiting until it serves. */
    public void beginToStart() {
        program = launch();
    }

    /** SIGTERM; answers with the exit code. */
    public int stop() {
        return program.stop();
    }

    /** Runs a verb of the command line on this product's data folder to its end. */
    public Verb verb(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.add("--data");
        all.add(data.toString());
        try (Program run = Program.start(
                Java.run(Jars.of("standalone"), all.toArray(String[]::new)),
                Jars.project(),
                environment,
                line -> false)) {
            int code = run.awaitExit(Duration.ofMinutes(5));
            return new Verb(code, run.output());
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Http http() {
        return new Http(url());
    }

    public Path data() {
        return data;
    }

    public Tokens tokens() {
        return Tokens.in(data);
    }

    public String output() {
        return program.output();
    }

    @Override
    public void close() {
        program.close();
    }

    /** How a verb ended. */
    public record Verb(int exitCode, String output) {}
}
