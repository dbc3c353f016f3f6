package io.shiporskip.benchmarks.asof;

import io.shiporskip.benchmarks.figures.Durations;
import io.shiporskip.benchmarks.product.Filling;
import io.shiporskip.benchmarks.product.Product;
import io.shiporskip.benchmarks.product.Store;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.asof.Checkpoints;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench as-of}: moments of a long log, over HTTP, each at random and none asked for twice. */
@Command(
        name = "as-of",
        description = {
            "What reading a moment of the past costs on a long log, beside the present and a replay from the start.",
            "Then compares 200 random moments with a rebuild stopped there. Ends with 1 when one differs, or the p99 "
                    + "is beyond the bound.",
            "Runs on the embedded server; with MONGODB_URI set, in a database of its own there, dropped afterwards."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class AsOfBench implements Callable<Integer> {

    private static final int VOTERS = 64;

    @Option(names = "--events", paramLabel = "N", defaultValue = "1000000", description = "Events in the log.")
    private int events;

    @Option(names = "--reads", paramLabel = "N", defaultValue = "500", description = "Moments read, of each kind.")
    private int reads;

    @Option(names = "--compared", paramLabel = "N", defaultValue = "200", description = "Moments compared.")
    private int compared;

    @Option(names = "--bound", paramLabel = "MS", defaultValue = "100", description = "Most milliseconds of the p99.")
    private double bound;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the random moments.")
    private long seed;

    @Override
    public Integer call() throws Exception {
        try (Product product = Product.start(Store.open())) {
            say("filling the log");
            Filling filling = Filling.begin(product, VOTERS);
            filling.upTo(events);
            awaitCheckpoints(product);
            String tool = filling.votes().tools().getFirst();
            var random = new Random(seed);
            warmUp(product, random);
            Durations present = read(product, () -> "/api/leaderboards/all?limit=24");
            Durations board = read(product, () -> "/api/leaderboards/all?limit=24&asOf=" + position(random));
            Durations page = read(product, () -> "/tools/" + tool + "?asOf=" + position(random));
            Durations instant = read(product, () -> "/api/tools?asOf=" + instant(product, random));
            System.out.printf(Locale.ROOT, "%nA log of %,d events; milliseconds.%n%n", events);
            row("the present: a leaderboard", present);
            row("as of a position: a leaderboard", board);
            row("as of a position: a tool's page", page);
            row("as of an instant: the catalogue", instant);
            say("comparing " + compared + " moments with a rebuild stopped there");
            var replay = new Replay(product);
            int differing = replay.differing(positions(random));
            System.out.printf(
                    Locale.ROOT,
                    "%d of %d moments differ from a rebuild stopped there, %d projections each; the replay folded %,.0f events/s.%n",
                    differing,
                    compared,
                    replay.projections(),
                    replay.perSecond());
            double worst = List.of(board, page, instant).stream()
                            .mapToLong(durations -> durations.percentileNanos(99))
                            .max()
                            .orElseThrow()
                    / 1e6;
            return differing == 0 && worst <= bound ? 0 : 1;
        }
    }

    private void awaitCheckpoints(Product product) throws InterruptedException {
        var checkpoints = product.bean(Checkpoints.class);
        long due = events / checkpoints.every();
        List<Projection<?>> kept =
                product.projections().stream().filter(Projection::checkpointed).toList();
        long began = System.nanoTime();
        long made = 0;
        while (made < due * kept.size()) {
            say("checkpoints: " + made + " of " + due * kept.size());
            Thread.sleep(2_000);
            made = kept.stream()
                    .mapToLong(projection -> checkpoints.positions(projection).size())
                    .sum();
        }
        System.out.printf(
                Locale.ROOT,
                "%,d checkpoints, the last of them %.1f s after the log was filled.%n",
                made,
                (System.nanoTime() - began) / 1e9);
    }

    /** Moments before the first whole checkpoint are no harder than others. */
    private void warmUp(Product product, Random random) throws Exception {
        for (int read = 0; read < 200; read++) {
            product.site().read("/api/leaderboards/all?asOf=" + position(random));
            product.site().read("/api/tools?asOf=" + position(random));
        }
    }

    private Durations read(Product product, Callable<String> address) throws Exception {
        var durations = new Durations();
        for (int read = 0; read < reads; read++) {
            String path = address.call();
            long began = System.nanoTime();
            product.site().read(path);
            durations.add(System.nanoTime() - began);
        }
        return durations;
    }

    private long position(Random random) {
        return 1L + random.nextInt(events);
    }

    private static Instant instant(Product product, Random random) {
        Instant first = product.log().reader().at(1).orElseThrow().at();
        Instant last = product.log().reader().head().at();
        return first.plusMillis(random.nextLong(last.toEpochMilli() - first.toEpochMilli()));
    }

    private List<Long> positions(Random random) {
        return random.longs(compared, 0, events + 1L).sorted().boxed().toList();
    }

    private static void row(String what, Durations durations) {
        System.out.printf(
                Locale.ROOT,
                "%-36s median %8.2f   p95 %8.2f   p99 %8.2f   max %8.2f%n",
                what,
                durations.medianNanos() / 1e6,
                durations.percentileNanos(95) / 1e6,
                durations.percentileNanos(99) / 1e6,
                durations.percentileNanos(100) / 1e6);
    }

    private static void say(@Nullable String progress) {
        System.err.println(progress + " …");
    }
}
