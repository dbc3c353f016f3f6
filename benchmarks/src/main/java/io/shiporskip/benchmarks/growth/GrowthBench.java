package io.shiporskip.benchmarks.growth;

import io.shiporskip.benchmarks.figures.Growth;
import io.shiporskip.benchmarks.product.Product;
import io.shiporskip.benchmarks.product.Store;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench growth}: whether voting and tailing cost the same on a short log and on a long one. */
@Command(
        name = "growth",
        description = {
            "Whether voting and tailing cost the same on a short log and on a long one.",
            "The two take turns. Ends with 1 when a median has grown by more than the bound, or a query scanned the log.",
            "Runs on the embedded server, in temporary folders; with MONGODB_URI set, in databases of its own on that "
                    + "server, which are dropped afterwards."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class GrowthBench implements Callable<Integer> {

    @Option(names = "--small", paramLabel = "N", defaultValue = "1000", description = "Events in the short log.")
    private int small;

    @Option(names = "--large", paramLabel = "N", defaultValue = "200000", description = "Events in the long log.")
    private int large;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "7",
            description = "Rounds on each, after one to warm up.")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "100",
            description = "How often each operation is done before each round.")
    private int warmUp;

    @Option(
            names = "--voters",
            paramLabel = "N",
            defaultValue = "64",
            description = "How many vote at once while a log is filled: about as many events share a block.")
    private int voters;

    @Option(names = "--bound", paramLabel = "RATIO", defaultValue = "1.5", description = "How far a median may grow.")
    private double bound;

    private final Map<String, Growth> growths = new LinkedHashMap<>();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        check(rounds >= 1 && warmUp >= 0 && voters >= 1 && bound > 0, "--rounds, --voters and --bound are above 0");
        check(
                small >= Length.shortest(warmUp),
                "--small is at least " + Length.shortest(warmUp) + " with this --warm-up");
        check(large > small, "--large is above --small");
        try (Product product = Product.start(store())) {
            Length longLog = new Length(product, voters, warmUp);
            say("filling the long log");
            longLog.reach(large);
            for (int round = 0; round <= rounds; round++) {
                say(round == 0 ? "a round to warm up" : "round " + round + " of " + rounds);
                round(longLog, round > 0);
            }
            longLog.readEverything();
            Report report = new Report(small, large, longLog.position(), bound, longLog.operations(), growths);
            report.print(System.out);
            boolean scanned = new ScanReport(product.scans(), product.tellsScans()).print(System.out);
            return report.withinBound() && !scanned ? 0 : 1;
        }
    }

    /** The short log is a new one each time, so that it is no longer than it is said to be. */
    private void round(Length longLog, boolean counts) throws Exception {
        try (Product product = Product.start(store())) {
            Length shortLog = new Length(product, voters, warmUp);
            shortLog.reach(small);
            longLog.reach(longLog.position() + small);
            for (int operation = 0; operation < longLog.operations().size(); operation++) {
                Turns turns = Turns.taken(shortLog, longLog, operation);
                if (counts) {
                    String name = longLog.operations().get(operation).name();
                    growths.computeIfAbsent(name, _ -> new Growth()).add(turns.small(), turns.large());
                }
            }
        }
    }

    private Store store() throws IOException {
        try {
            return Store.open();
        } catch (IllegalArgumentException e) {
            throw misunderstood(String.valueOf(e.getMessage()));
        }
    }

    private void check(boolean holds, String rule) {
        if (!holds) {
            throw misunderstood(rule);
        }
    }

    private ParameterException misunderstood(String why) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
    }

    private static void say(String progress) {
        System.err.println(progress + " …");
    }
}
