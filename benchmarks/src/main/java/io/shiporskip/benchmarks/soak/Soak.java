package io.shiporskip.benchmarks.soak;

import io.shiporskip.benchmarks.Progress;
import io.shiporskip.benchmarks.figures.Durations;
import io.shiporskip.benchmarks.figures.Goals;
import io.shiporskip.benchmarks.figures.Table;
import io.shiporskip.benchmarks.load.Load;
import io.shiporskip.benchmarks.load.PacedLoad;
import io.shiporskip.benchmarks.product.Filling;
import io.shiporskip.benchmarks.product.Product;
import io.shiporskip.benchmarks.product.Store;
import io.shiporskip.benchmarks.rebuild.Heap;
import io.shiporskip.benchmarks.rebuild.Pass;
import io.shiporskip.benchmarks.votes.Voters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code soak}: votes at an even pace for a long time, with rebuilds. */
@Command(
        name = "soak",
        description = {
            "Votes over HTTP at an even pace, all read models rebuilt every five minutes, and each minute: heap after a "
                    + "collection, open files, how far read models lag, and the file beside what lives in it (looked at every five).",
            "Ends with 1 when one of them does not stay flat, the file goes beyond 3 times the live data, a vote fails or a "
                    + "rebuilt model is not the same as the live one."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class Soak implements Callable<Integer> {

    private static final int CLIENTS = 32;

    /** Minutes from one look at what lives in the file to the next: it is a load of its own. */
    private static final int COPY_EVERY = 5;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "30", description = "How long.")
    private int minutes;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "300", description = "Votes a second.")
    private int rate;

    @Option(
            names = "--rebuild-every",
            paramLabel = "MINUTES",
            defaultValue = "5",
            description = "How often to rebuild.")
    private int rebuildEvery;

    @Override
    public Integer call() throws Exception {
        try (Product product = Product.start(Store.open());
                Voters voters = new Voters(product.site().port(), CLIENTS);
                ExecutorService beside = Executors.newFixedThreadPool(2)) {
            Filling.begin(product, 1);
            product.awaitFolded();
            AtomicBoolean over = new AtomicBoolean();
            Future<Durations> votes = beside.submit(
                    () -> PacedLoad.run(CLIENTS, rate, () -> !over.get(), client -> vote(voters, client)));
            try {
                List<Look> looks = look(product, beside, votes);
                over.set(true);
                return report(looks, votes.get());
            } finally {
                over.set(true);
            }
        }
    }

    private List<Look> look(Product product, ExecutorService beside, Future<Durations> votes) throws Exception {
        List<Look> looks = new ArrayList<>();
        @Nullable Future<Pass> rebuild = null;
        System.out.println("minute  heap MB  open files     lag  file MB  live MB  file/live");
        for (int minute = 1; minute <= minutes; minute++) {
            Thread.sleep(Duration.ofMinutes(1));
            if (votes.isDone()) {
                votes.get();
            }
            boolean copies = minute % COPY_EVERY == 1 || minute == minutes;
            Look look = Look.at(product, copies);
            looks.add(look);
            System.out.printf(
                    "%6d  %7.0f  %10d  %6d  %7.1f  %7s  %9s%n",
                    minute,
                    Heap.mega((double) look.heap()),
                    look.openFiles(),
                    look.lag(),
                    mega(look.file()),
                    look.live() == null ? "" : Table.whole(mega(look.live())),
                    look.live() == null ? "" : Table.ratio(look.fileToLive()));
            if (rebuild != null && rebuild.isDone()) {
                requireEqual(rebuild.get());
                rebuild = null;
            }
            if (minute % rebuildEvery == 0 && minute < minutes && rebuild == null) {
                Progress.say("rebuilding all read models");
                rebuild = beside.submit(() -> Pass.run(product, true, () -> 0));
            }
        }
        if (rebuild != null) {
            requireEqual(rebuild.get());
        }
        return looks;
    }

    private static void requireEqual(Pass rebuild) {
        Progress.say(String.format(Locale.ROOT, "rebuilt in %.1f s", rebuild.whole()));
        if (!rebuild.equal()) {
            throw new IllegalStateException("a rebuilt model is not the same as the live one");
        }
    }

    private int report(List<Look> looks, Durations votes) {
        System.out.printf(
                "%n%,d votes, %s ms p50, %s ms p99, %s ms the longest.%n",
                votes.count(),
                Table.millis(votes.medianNanos()),
                Table.millis((double) votes.percentileNanos(99)),
                Table.millis((double) votes.percentileNanos(100)));
        return new Goals(new SoakVerdict(looks).goals()).print(System.out);
    }

    private static long vote(Voters voters, int client) throws Exception {
        Load.Request request = voters.next(client);
        long start = System.nanoTime();
        request.send();
        return System.nanoTime() - start;
    }

    private static double mega(@Nullable Long bytes) {
        return bytes == null ? 0 : Heap.mega((double) bytes);
    }
}
