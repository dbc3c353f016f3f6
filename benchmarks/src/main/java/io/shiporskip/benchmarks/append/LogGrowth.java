package io.shiporskip.benchmarks.append;

import com.mongodb.client.MongoClient;
import io.shiporskip.benchmarks.Progress;
import io.shiporskip.benchmarks.RunOptions;
import io.shiporskip.benchmarks.figures.Durations;
import io.shiporskip.benchmarks.figures.Goal;
import io.shiporskip.benchmarks.figures.Growth;
import io.shiporskip.benchmarks.figures.Table;
import io.shiporskip.benchmarks.load.Load;
import io.shiporskip.benchmarks.load.Loaded;
import io.shiporskip.benchmarks.product.Store;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether appending grows dearer as the log grows longer: a short log, a new one in each round, and a long one take turns
 * on servers of their own (on another MongoDB: in databases of their own), and so do two collections of plain votes.
 */
final class LogGrowth {

    private static final int SHORT = 1_000;
    private static final int TURNS = 5;
    private static final double BOUND = 1.2;

    private record Kind(String name, boolean plain, int clients, int each) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("event log, 1 client", false, 1, 40),
            new Kind("event log, 64 clients", false, 64, 5),
            new Kind("plain inserts, 1 client", true, 1, 40),
            new Kind("plain inserts, 64 clients", true, 64, 5));

    private record Cell(int length, Kind kind) {}

    private final RunOptions options;
    private final List<Integer> lengths;
    private final Map<Cell, Growth> measured = new LinkedHashMap<>();

    /** @param longest how long the log gets at last */
    LogGrowth(RunOptions options, int longest) {
        this.options = options;
        this.lengths = List.of(10_000, 100_000, 1_000_000).stream()
                .filter(length -> length <= longest)
                .toList();
    }

    void measure() throws Exception {
        try (Side grown = new Side()) {
            for (int length : lengths) {
                Progress.say("filling a log up to " + length + " events");
                grown.reach(length);
                for (int round = 0; round <= options.rounds(); round++) {
                    Progress.say("appending at " + length + " events, round " + round + " of " + options.rounds());
                    round(grown, length, round > 0);
                }
            }
        }
    }

    private void round(Side grown, int length, boolean counts) throws Exception {
        try (Side fresh = new Side()) {
            fresh.reach(SHORT);
            for (Kind kind : KINDS) {
                Durations small = new Durations();
                Durations large = new Durations();
                for (int turn = 0; turn < TURNS; turn++) {
                    small.addAll(fresh.append(kind).requests());
                    large.addAll(grown.append(kind).requests());
                }
                if (counts) {
                    measured.computeIfAbsent(new Cell(length, kind), _ -> new Growth())
                            .add(small, large);
                }
            }
        }
    }

    void print(PrintStream out) {
        out.println();
        out.println("Growth: an append's median and p99 on a log of 1,000 events and on a longer one; milliseconds.");
        out.println();
        Table table =
                new Table("", "events", "p50 short", "p99 short", "p50 long", "p99 long", "long/short", "by round");
        measured.forEach((cell, growth) -> table.row(
                cell.kind().name(),
                Table.whole(cell.length()),
                Table.millis(growth.small().medianNanos()),
                Table.millis((double) growth.small().percentileNanos(99)),
                Table.millis(growth.large().medianNanos()),
                Table.millis((double) growth.large().percentileNanos(99)),
                Table.ratio(growth.ratio()),
                Table.range(growth.ratios())));
        table.print(out);
    }

    List<Goal> goals() {
        return measured.entrySet().stream()
                .filter(each -> !each.getKey().kind().plain())
                .filter(each -> each.getKey().length() == lengths.getLast())
                .map(each -> Goal.atMost(
                        "an append at " + Table.whole(each.getKey().length()) + " events to one at 1,000, "
                                + each.getKey().kind().name(),
                        each.getValue().ratio(),
                        BOUND))
                .toList();
    }

    /** A log and a collection of plain votes, of the same length. */
    private static final class Side implements AutoCloseable {

        private final Store store = Store.open();
        private final MongoClient client = store.client(Load.MOST_CLIENTS);
        private final OurEngine log = new OurEngine(client.getDatabase(store.database()));
        private final PlainInsert plain = new PlainInsert(client.getDatabase(store.database()));

        Side() throws IOException {}

        void reach(int length) throws Exception {
            int more = (int) (length - log.reader().head().position());
            if (more > 0) {
                Load.times(Load.MOST_CLIENTS, more / Load.MOST_CLIENTS + 1, _ -> log.next());
            }
            plain.fill(length - plain.count());
        }

        Loaded append(Kind kind) throws Exception {
            Contender contender = kind.plain() ? plain : log;
            return Load.times(kind.clients(), kind.each(), _ -> contender.next());
        }

        @Override
        public void close() throws IOException {
            log.close();
            client.close();
            store.close();
        }
    }
}
