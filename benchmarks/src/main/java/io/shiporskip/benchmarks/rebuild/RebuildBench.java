package io.shiporskip.benchmarks.rebuild;

import io.shiporskip.benchmarks.Progress;
import io.shiporskip.benchmarks.RunOptions;
import io.shiporskip.benchmarks.figures.Durations;
import io.shiporskip.benchmarks.figures.Goal;
import io.shiporskip.benchmarks.figures.Goals;
import io.shiporskip.benchmarks.mix.MixedLog;
import io.shiporskip.benchmarks.product.Product;
import io.shiporskip.benchmarks.product.Store;
import io.shiporskip.query.projecting.EventSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench rebuild}: all read models filled anew from a long log. */
@Command(
        name = "rebuild",
        description = {
            "All read models rebuilt in one pass over a log of 1,000,000 events: events a second, cold and warm, with a "
                    + "heap of 512 MB; pages read meanwhile; the log folded without writing.",
            "Beside it, on the same log: Axon's pooled streaming processor with one update an event.",
            "Takes about 8 minutes, of which filling the log 3 (--quick: 20,000 events, a minute). Ends with 1 when a goal "
                    + "is missed, and when a rebuilt model is not the same as the live one."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class RebuildBench implements Callable<Integer> {

    private static final int QUICK = 20_000;
    private static final double FLAT = 1.3;

    /** So many, for one alone leaves time for some 600 pages, and their p99 to chance. */
    private static final int WATCHED = 3;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--events", paramLabel = "N", defaultValue = "1000000", description = "Events in the log.")
    private long events;

    @Override
    public Integer call() throws Exception {
        Store store = Store.open();
        boolean embedded = store.isEmbedded();
        long wanted = options.quick() ? QUICK : events;
        MixedLog.fill(store, wanted);
        Progress.say("starting the product, whose read models fold " + wanted + " events");
        try (Product product = Product.start(store)) {
            product.awaitFolded();
            return measure(product, embedded);
        }
    }

    private int measure(Product product, boolean embedded) throws Exception {
        long head = product.log().reader().head().position();
        RebuildReport report = new RebuildReport(System.out, head);
        Replay replay = new Replay(product.part(EventSource.class), Pass.projections(product));
        double coldReplay = told("folding without writing, cold", replay::eventsPerSecond);
        List<Double> replays = new ArrayList<>();
        List<Pass> passes = new ArrayList<>();
        List<Double> peers = new ArrayList<>();
        Durations usual = new Durations();
        Pass cold = told("rebuilding, cold", () -> Pass.run(product, true, Heap::afterCollection));
        for (int round = 1; round <= options.rounds(); round++) {
            Progress.say("round " + round + " of " + options.rounds());
            replays.add(told("  folding without writing", replay::eventsPerSecond));
            passes.add(told("  rebuilding", () -> Pass.run(product, true, Heap::afterCollection)));
            peers.add(told("  Axon's processor", () -> peer(product)));
            Progress.say("  %,.0f events/s folded, %,.0f rebuilt, %,.0f by Axon's processor"
                    .formatted(replays.getLast(), head / passes.getLast().filling(), peers.getLast()));
        }
        // others than before: a connection that is quiet for a minute is closed by the server
        try (Visitors visitors = new Visitors(product.site().port())) {
            visitors.read(until(Duration.ofSeconds(5)));
            Progress.say("reading pages as usual");
            usual.addAll(visitors.read(until(Duration.ofSeconds(options.quick() ? 3 : 20))));
            Progress.say("reading pages during a rebuild");
            Disturbed during = readDuring(product, visitors, options.quick() ? 1 : WATCHED);
            Pass watched =
                    told("rebuilding, its memory watched", () -> Pass.run(product, false, Heap::afterCollection));
            report.print(coldReplay, replays, cold, passes, peers, usual, during, watched);
            return new Goals(goals(report, embedded, usual, during, watched)).print(System.out);
        }
    }

    private double peer(Product product) throws InterruptedException {
        return StockProcessor.eventsPerSecond(
                product.store(),
                options.quick() ? 2_000 : 50_000,
                Duration.ofSeconds(options.quick() ? 3 : 15),
                product.eventSerializer());
    }

    /** Pages, and the rebuilds that were beside them. */
    record Disturbed(Durations pages, List<Pass> rebuilds) {}

    private static Disturbed readDuring(Product product, Visitors visitors, int rebuilds) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Durations> reading = threads.submit(() -> visitors.read(() -> !over.get()));
            List<Pass> passes = new ArrayList<>();
            try {
                while (passes.size() < rebuilds) {
                    passes.add(Pass.run(product, true, Heap::afterCollection));
                }
            } finally {
                over.set(true);
            }
            return new Disturbed(reading.get(), passes);
        }
    }

    private static BooleanSupplier until(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        return () -> System.nanoTime() < end;
    }

    private static List<Goal> goals(
            RebuildReport report, boolean embedded, Durations usual, Disturbed during, Pass watched) {
        double ratio = (double) during.pages().percentileNanos(99) / usual.percentileNanos(99);
        List<Goal> goals = new ArrayList<>(List.of(
                Goal.atLeast("events rebuilt a second, warm", report.rebuilt(), embedded ? 50_000 : 100_000),
                Goal.atLeast("events rebuilt a second beside readers", report.besideReaders(), 50_000),
                Goal.atLeast(
                        "events folded a second without writing, warm",
                        report.replayed(),
                        embedded ? 150_000 : 300_000),
                Goal.atLeast("rebuilding to Axon's processor", report.rebuilt() / report.peer(), 10),
                Goal.atMost("p99 of reading pages during a rebuild to the usual one", ratio, 2),
                Goal.atLeast("rebuilt models the same as the live ones (1: all)", report.allEqual() ? 1 : 0, 1)));
        if (watched.heap().size() > 2) {
            goals.add(Goal.atMost("heap after collections, highest to lowest", RebuildReport.spread(watched), FLAT));
        }
        return goals;
    }

    private static <T> T told(String what, Callable<T> work) throws Exception {
        Progress.say(what);
        return work.call();
    }
}
