package io.shiporskip.benchmarks.growth;

import io.shiporskip.benchmarks.figures.Durations;
import io.shiporskip.benchmarks.figures.Growth;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The figures in a table, and what they come to. */
record Report(int small, int large, long end, double bound, List<Operation> operations, Map<String, Growth> growths) {

    private static final String ROW = "%-36s %10s %10s %10s %10s %7s  %s%n";

    boolean withinBound() {
        return beyond().isEmpty();
    }

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT, "%nLogs of %,d and of %,d events (%,d at the end); milliseconds.%n%n", small, large, end);
        out.printf(Locale.ROOT, ROW, "", "median", "p99", "median", "p99", "ratio", "by round");
        out.printf(
                Locale.ROOT, ROW, "", grouped(small), grouped(small), grouped(large), grouped(large), "", "min .. max");
        operations.forEach(operation -> row(out, operation.name(), growth(operation)));
        out.println();
        peer(out);
        beyond().forEach(operation -> out.printf(
                Locale.ROOT,
                "BEYOND THE BOUND: '%s' takes %.2f times as long at %,d events as at %,d; at most %.2f.%n",
                operation.name(),
                growth(operation).ratio(),
                large,
                small,
                bound));
    }

    private static void row(PrintStream out, String name, Growth growth) {
        out.printf(
                Locale.ROOT,
                ROW,
                name,
                millis(growth.small().medianNanos()),
                millis((double) growth.small().percentileNanos(99)),
                millis(growth.large().medianNanos()),
                millis((double) growth.large().percentileNanos(99)),
                "%.2f".formatted(growth.ratio()),
                "%.2f .. %.2f".formatted(Collections.min(growth.ratios()), Collections.max(growth.ratios())));
    }

    /** On any machine: how many plain inserts the same vote costs. */
    private void peer(PrintStream out) {
        for (Operation peer : ofKind(Operation.Kind.PEER)) {
            for (Operation operation : operations) {
                if (operation.events() > 0) {
                    out.printf(
                            Locale.ROOT,
                            "'%s' costs %.2f of '%s' at %,d events, %.2f at %,d.%n",
                            operation.name(),
                            times(growth(operation).small(), growth(peer).small()),
                            peer.name(),
                            small,
                            times(growth(operation).large(), growth(peer).large()),
                            large);
                }
            }
        }
    }

    private List<Operation> beyond() {
        return ofKind(Operation.Kind.BOUNDED).stream()
                .filter(operation -> growth(operation).ratio() > bound)
                .toList();
    }

    private List<Operation> ofKind(Operation.Kind kind) {
        return operations.stream().filter(operation -> operation.kind() == kind).toList();
    }

    private Growth growth(Operation operation) {
        return Objects.requireNonNull(growths.get(operation.name()));
    }

    private static double times(Durations one, Durations other) {
        return one.medianNanos() / other.medianNanos();
    }

    private static String grouped(int events) {
        return "at %,d".formatted(events);
    }

    private static String millis(double nanos) {
        return "%.3f".formatted(nanos / 1e6);
    }
}
