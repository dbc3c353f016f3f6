package io.shiporskip.benchmarks.rebuild;

import io.shiporskip.benchmarks.Progress;
import io.shiporskip.benchmarks.RunOptions;
import io.shiporskip.benchmarks.figures.Durations;
import io.shiporskip.benchmarks.figures.Goal;
import io.shiporskip.benchmarks.figures.Goals;
import io.shiporskip.benchmarks.figures.Table;
import io.shiporskip.benchmarks.load.KeptConnection;
import io.shiporskip.benchmarks.mix.MixedLog;
import io.shiporskip.benchmarks.product.Product;
import io.shiporskip.benchmarks.product.Store;
import io.shiporskip.log.read.LogReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench asof}: reading what was true at any moment of a long log. */
@Command(
        name = "asof",
        description = {
            "Reads of the leaderboard, a tool and a comparison as of random instants of a log of 1,000,000 events over "
                    + "thirty days, beside the same reads of now.",
            "Takes about 10 minutes, of which filling the log and making checkpoints 8 (--quick: 20,000 events, a minute). "
                    + "Ends with 1 when a p99 is over 100 ms."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class AsOfBench implements Callable<Integer> {

    private static final int QUICK = 20_000;
    private static final int NOT_YET = 503;
    private static final int MINUTES = 30;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--events", paramLabel = "N", defaultValue = "1000000", description = "Events in the log.")
    private long events;

    @Option(names = "--instants", paramLabel = "N", defaultValue = "500", description = "Random instants for each page.")
    private int instants;

    private final Random random = new Random(2_026);
    private final Map<String, Durations> past = new LinkedHashMap<>();
    private final Map<String, Durations> now = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        Store store = Store.open();
        MixedLog.fill(store, options.quick() ? QUICK : events);
        Progress.say("starting the product");
        try (Product product = Product.start(store);
                KeptConnection connection = new KeptConnection(product.site().port())) {
            product.awaitFolded();
            awaitCheckpoints(product, connection);
            measure(product.log().reader(), connection, 50, new LinkedHashMap<>(), new LinkedHashMap<>());
            measure(product.log().reader(), connection, options.quick() ? 50 : instants, past, now);
            return report(product.log().reader().head().position());
        }
    }

    /** Until a moment near the end of the log is answered: checkpoints are made from its start on. */
    private void awaitCheckpoints(Product product, KeptConnection connection) throws Exception {
        Progress.say("waiting for checkpoints");
        long head = product.log().reader().head().position();
        long deadline = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
        String path = "/api/leaderboards/all?asOf=" + head * 999 / 1000;
        for (var answer = connection.send("GET", path, "", "");
                answer.status() == NOT_YET;
                answer = connection.send("GET", path, "", "")) {
            if (System.nanoTime() > deadline) {
                throw new IOException("no checkpoints after " + MINUTES + " minutes: " + answer.body());
            }
            Thread.sleep(500);
        }
    }

    private void measure(
            LogReader reader,
            KeptConnection connection,
            int times,
            Map<String, Durations> inThePast,
            Map<String, Durations> atPresent)
            throws IOException {
        Instant first = reader.at(1).orElseThrow().at();
        long span = Duration.between(first, reader.head().at()).toMillis();
        List<String> tools = MixedLog.tools();
        Progress.say("reading as of " + times + " random instants");
        for (int i = 0; i < times; i++) {
            Instant instant = first.plusMillis(1 + random.nextLong(span));
            String tool = tools.get(random.nextInt(tools.size() - 1));
            for (var page : Map.of(
                            "leaderboard", "/api/leaderboards/all",
                            "a tool", "/api/tools/" + tool,
                            "a comparison", "/api/comparisons/" + tool + "-vs-" + tools.getLast())
                    .entrySet()) {
                inThePast
                        .computeIfAbsent(page.getKey(), _ -> new Durations())
                        .add(Visitors.get(connection, page.getValue() + "?asOf=" + instant));
                atPresent
                        .computeIfAbsent(page.getKey(), _ -> new Durations())
                        .add(Visitors.get(connection, page.getValue()));
            }
        }
    }

    private int report(long head) {
        System.out.printf(
                "%nReads over HTTP as of random instants of %,d events, and the same of now; milliseconds.%n%n", head);
        Table table = new Table("", "p50 then", "p99 then", "longest then", "p50 now", "p99 now");
        past.forEach((page, then) -> {
            Durations today = Objects.requireNonNull(now.get(page));
            table.row(
                    page,
                    Table.millis(then.medianNanos()),
                    Table.millis((double) then.percentileNanos(99)),
                    Table.millis((double) then.percentileNanos(100)),
                    Table.millis(today.medianNanos()),
                    Table.millis((double) today.percentileNanos(99)));
        });
        table.print(System.out);
        return new Goals(past.entrySet().stream()
                        .map(each -> Goal.atMost(
                                "p99 of " + each.getKey() + " as of any instant, ms",
                                each.getValue().percentileNanos(99) / 1e6,
                                100))
                        .toList())
                .print(System.out);
    }
}
