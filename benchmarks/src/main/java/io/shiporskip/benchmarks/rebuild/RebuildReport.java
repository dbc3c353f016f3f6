package io.shiporskip.benchmarks.rebuild;

import io.shiporskip.benchmarks.figures.Durations;
import io.shiporskip.benchmarks.figures.Medians;
import io.shiporskip.benchmarks.figures.Table;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;

/** What rebuilds of one log came to. */
final class RebuildReport {

    private final PrintStream out;
    private final long events;
    private double rebuilt;
    private double replayed;
    private double peer;
    private double besideReaders;
    private boolean allEqual;

    RebuildReport(PrintStream out, long events) {
        this.out = out;
        this.events = events;
    }

    void print(
            double coldReplay,
            List<Double> replays,
            Pass cold,
            List<Pass> passes,
            List<Double> peers,
            Durations usual,
            RebuildBench.Disturbed during,
            Pass watched) {
        List<Double> rates = passes.stream().map(this::rate).toList();
        rebuilt = Medians.of(rates);
        replayed = Medians.of(replays);
        peer = Medians.of(peers);
        allEqual = cold.equal()
                && watched.equal()
                && during.rebuilds().stream().allMatch(Pass::equal)
                && passes.stream().allMatch(Pass::equal);
        out.printf(
                "%nA log of %,d events; this process has a heap of %,.0f MB, the embedded server in it.%n%n",
                events, Heap.mega((double) Runtime.getRuntime().maxMemory()));
        Table table = new Table("events/s", "cold", "warm, median", "by round", "to Axon's processor");
        row(table, "rebuild of all read models, one pass", Table.whole(rate(cold)), rates);
        row(table, "log to fold, nothing written", Table.whole(coldReplay), replays);
        row(table, "Axon's pooled processor, one update an event", "", peers);
        table.print(out);
        out.printf(
                "%nA warm rebuild took %.1f s from being asked for to the swap, the comparison with the live models among it: "
                        + "%,.0f events/s over all. Models %s.%n",
                Medians.of(passes.stream().map(Pass::whole).toList()),
                events / Medians.of(passes.stream().map(Pass::whole).toList()),
                allEqual ? "came out the same each time" : "DIFFERED");
        out.println();
        Table reading = new Table("pages and API, ms", "reads", "p50", "p99", "longest");
        row(reading, "as usual", usual);
        besideReaders = Medians.of(during.rebuilds().stream().map(this::rate).toList());
        row(reading, "during a rebuild", during.pages());
        reading.print(out);
        out.printf("%nBeside these readers: %,.0f events/s rebuilt.%n", besideReaders);
        out.println();
        out.println("Heap after collections during a rebuild, every two seconds, MB: "
                + String.join(
                        " ",
                        watched.heap().stream()
                                .map(bytes -> Table.whole(Heap.mega((double) bytes)))
                                .toList()));
    }

    private void row(Table table, String name, String cold, List<Double> rates) {
        table.row(
                name,
                cold,
                Table.whole(Medians.of(rates)),
                Table.whole(Collections.min(rates)) + " .. " + Table.whole(Collections.max(rates)),
                Table.ratio(Medians.of(rates) / peer));
    }

    private static void row(Table table, String name, Durations durations) {
        table.row(
                name,
                Table.whole(durations.count()),
                Table.millis(durations.medianNanos()),
                Table.millis((double) durations.percentileNanos(99)),
                Table.millis((double) durations.percentileNanos(100)));
    }

    private double rate(Pass pass) {
        return events / pass.filling();
    }

    double rebuilt() {
        return rebuilt;
    }

    double replayed() {
        return replayed;
    }

    double besideReaders() {
        return besideReaders;
    }

    double peer() {
        return peer;
    }

    boolean allEqual() {
        return allEqual;
    }

    /** How many times its lowest the highest heap after a collection was. */
    static double spread(Pass watched) {
        return (double) Collections.max(watched.heap()) / Collections.min(watched.heap());
    }
}
