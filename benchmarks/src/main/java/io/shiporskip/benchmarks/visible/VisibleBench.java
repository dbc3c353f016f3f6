package io.shiporskip.benchmarks.visible;

import io.shiporskip.benchmarks.Progress;
import io.shiporskip.benchmarks.RunOptions;
import io.shiporskip.benchmarks.figures.Durations;
import io.shiporskip.benchmarks.figures.Goal;
import io.shiporskip.benchmarks.figures.Goals;
import io.shiporskip.benchmarks.figures.Medians;
import io.shiporskip.benchmarks.figures.Table;
import io.shiporskip.benchmarks.process.Child;
import io.shiporskip.benchmarks.process.Jvm;
import io.shiporskip.benchmarks.product.Product;
import io.shiporskip.benchmarks.product.Site;
import io.shiporskip.benchmarks.product.Store;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench visible}: how soon a vote shows, at an even pace of votes. */
@Command(
        name = "visible",
        description = {
            "From the answer to a vote until the leaderboard that holds it has been read over HTTP, at 200 votes a second: "
                    + "with both sides in one process, and in a process each. The peer is the same read of a leaderboard "
                    + "that waits for nothing.",
            "Takes about 2 minutes (--quick: half a minute). Ends with 1 when a p50 is over 10 ms or a p99 over 50 ms."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class VisibleBench implements Callable<Integer> {

    private static final int HEAP_MEGABYTES = 512;
    private static final double P50_MILLIS = 10;
    private static final double P99_MILLIS = 50;

    /** Long: at a pace so even, the JVM compiles for half a minute, and takes a third of two cores for it. */
    private static final int WARM_UP_TURNS = 12;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--rate", paramLabel = "N", defaultValue = "200", description = "Votes a second.")
    private int rate;

    /** What was measured in one arrangement, round by round. */
    private static final class Arrangement {
        final Durations visible = new Durations();
        final Durations plain = new Durations();
        final List<Double> medians = new ArrayList<>();

        void add(WatchedVotes votes) {
            visible.addAll(votes.visible());
            plain.addAll(votes.plain());
            medians.add(votes.visible().medianNanos() / 1e6);
        }
    }

    private final Map<String, Arrangement> measured = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        try (Product product = Product.start(Store.open())) {
            measure("in one process", product.site(), product.site());
        }
        inTwo();
        return report();
    }

    private void inTwo() throws Exception {
        try (Store store = Store.open();
                Child command = side(store, "command");
                Child query = side(store, "query");
                Site writes = new Site(at(command), store.folder());
                Site reads = new Site(at(query), store.folder())) {
            reads.awaitReady("/healthz/query");
            measure("in two processes", writes, reads);
        }
    }

    private static Child side(Store store, String side) throws IOException, InterruptedException {
        return Child.start(
                Child.java(
                        Jvm.options(HEAP_MEGABYTES),
                        List.of("serve-side", "--side=" + side, "--data=" + store.folder())),
                Map.of(ServeSide.STORE_URI, store.uri()));
    }

    private static URI at(Child child) {
        return URI.create("http://127.0.0.1:" + child.where());
    }

    private void measure(String name, Site writes, Site reads) throws Exception {
        try (WatchedVotes votes = new WatchedVotes(writes, reads, rate)) {
            for (int round = 0; round <= options.rounds(); round++) {
                Progress.say(name + ", round " + round + " of " + options.rounds() + " (0 warms up)");
                votes.run(options.turn().multipliedBy(round == 0 ? WARM_UP_TURNS : 2));
                if (round > 0) {
                    measured.computeIfAbsent(name, _ -> new Arrangement()).add(votes);
                }
            }
        }
    }

    private int report() {
        System.out.printf(
                "%nFrom the answer to a vote until a leaderboard that holds it has been read, at %d votes/s; milliseconds.%n%n",
                rate);
        Table table = new Table("", "votes", "p50", "p99", "longest", "p50 by round", "to the plain read");
        List<Goal> goals = new ArrayList<>();
        measured.forEach((name, arrangement) -> {
            row(table, name, arrangement.visible, arrangement);
            row(table, "  the same read, waiting for nothing", arrangement.plain, arrangement);
            goals.add(Goal.atMost("p50 " + name + ", ms", arrangement.visible.medianNanos() / 1e6, P50_MILLIS));
            goals.add(Goal.atMost("p99 " + name + ", ms", arrangement.visible.percentileNanos(99) / 1e6, P99_MILLIS));
        });
        table.print(System.out);
        return new Goals(goals).print(System.out);
    }

    private static void row(Table table, String name, Durations durations, Arrangement arrangement) {
        boolean visible = durations == arrangement.visible;
        table.row(
                name,
                Table.whole(durations.count()),
                Table.millis(durations.medianNanos()),
                Table.millis((double) durations.percentileNanos(99)),
                Table.millis((double) durations.percentileNanos(100)),
                visible
                        ? Table.range(arrangement.medians) + " (" + Table.ratio(Medians.of(arrangement.medians)) + ")"
                        : "",
                Table.ratio(durations.medianNanos() / arrangement.plain.medianNanos()));
    }
}
