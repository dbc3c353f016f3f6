package io.shiporskip.benchmarks.append;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.shiporskip.benchmarks.Progress;
import io.shiporskip.benchmarks.RunOptions;
import io.shiporskip.benchmarks.figures.Goal;
import io.shiporskip.benchmarks.figures.Rounds;
import io.shiporskip.benchmarks.figures.Table;
import io.shiporskip.benchmarks.load.Load;
import io.shiporskip.benchmarks.load.Loaded;
import io.shiporskip.benchmarks.load.WarmUp;
import io.shiporskip.benchmarks.product.Store;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** How many commits a second each contender takes, and how long one waits, by the number of clients. */
final class Appends {

    static final List<Integer> CLIENTS = List.of(1, 16, 64, 256);
    private static final int OF_THE_GOALS = 64;
    private static final List<BiFunction<MongoDatabase, OurEngine, Contender>> CONTENDERS = List.of(
            (_, ours) -> ours,
            (_, ours) -> new BareAppender(ours.appender(), VoteMessages.serializer()),
            (database, _) -> new StockEngine(database),
            (database, _) -> new PlainInsert(database));
    private static final Duration BEFOREHAND = Duration.ofMillis(500);

    private record Cell(int clients, String contender) {}

    private final RunOptions options;
    private final Map<Cell, Rounds> measured = new LinkedHashMap<>();
    private final Map<Integer, Double> eventsABlock = new LinkedHashMap<>();

    Appends(RunOptions options) {
        this.options = options;
    }

    void measure() throws Exception {
        onNewLogs((database, ours) -> WarmUp.together(
                options.quick(),
                CONTENDERS.stream()
                        .map(each -> each.apply(database, ours))
                        .<WarmUp.Turn>map(each -> () -> load(OF_THE_GOALS, each).perSecond())
                        .toList()));
        for (int clients : CLIENTS) {
            for (int round = 0; round <= options.rounds(); round++) {
                Progress.say("appending with " + clients + " clients, round " + round + " of " + options.rounds()
                        + " (0 does not count)");
                round(clients, round);
            }
        }
    }

    private interface Work {
        void on(MongoDatabase database, OurEngine ours) throws Exception;
    }

    private static void onNewLogs(Work work) throws Exception {
        try (Store store = Store.open();
                MongoClient client = store.client(Collections.max(CLIENTS));
                OurEngine ours = new OurEngine(client.getDatabase(store.database()))) {
            work.on(client.getDatabase(store.database()), ours);
        }
    }

    private void round(int clients, int round) throws Exception {
        List<BiFunction<MongoDatabase, OurEngine, Contender>> turns = new ArrayList<>(CONTENDERS);
        Collections.rotate(turns, round);
        for (var contender : turns) {
            // None on what another wrote: neither on a longer log nor beside its checkpoints and its compaction.
            onNewLogs((database, ours) -> turn(clients, contender.apply(database, ours), ours, round > 0));
        }
    }

    private void turn(int clients, Contender contender, OurEngine ours, boolean counts) throws Exception {
        // Connections and collections are made off the clock.
        Load.run(clients, BEFOREHAND, _ -> contender.next());
        long blocks = ours.blocks();
        long head = ours.reader().head().position();
        Loaded loaded = load(clients, contender);
        Rounds rounds = measured.computeIfAbsent(new Cell(clients, contender.name()), _ -> new Rounds());
        if (counts) {
            rounds.add(loaded.perSecond(), loaded.requests());
        }
        if (contender == ours) {
            eventsABlock.put(clients, (double) (ours.reader().head().position() - head) / (ours.blocks() - blocks));
        }
    }

    private Loaded load(int clients, Contender contender) throws Exception {
        return Load.run(clients, options.turn(), _ -> contender.next());
    }

    void print(PrintStream out) {
        out.println();
        out.println(
                "Appending: commits of one event, answered when journaled; milliseconds. 'ours to it': the median of");
        out.println("the rounds' ratios of our commits a second, through Axon's engine, to the row's.");
        out.println();
        Table table = new Table("", "clients", "commits/s", "p50", "p99", "longest", "ours to it", "by round");
        measured.forEach((cell, rounds) -> {
            Rounds ours = rounds(cell.clients(), OurEngine.NAME);
            table.row(
                    cell.contender(),
                    Table.whole(cell.clients()),
                    Table.whole(rounds.medianRate()),
                    Table.millis(rounds.durations().medianNanos()),
                    Table.millis((double) rounds.durations().percentileNanos(99)),
                    Table.millis((double) rounds.durations().percentileNanos(100)),
                    Table.ratio(ours.ratioTo(rounds)),
                    Table.range(ours.ratiosTo(rounds)));
        });
        table.print(out);
        out.println();
        eventsABlock.forEach((clients, mean) ->
                out.println("Events a block with " + clients + " clients: " + Table.ratio(mean) + " on average"));
    }

    List<Goal> goals(boolean embedded) {
        double toPlain = toPeer(PlainInsert.NAME);
        double toStock = toPeer(StockEngine.NAME);
        String at = " at " + OF_THE_GOALS + " clients";
        return embedded
                ? List.of(Goal.atLeast("commits to plain inserts" + at, toPlain, 1.5))
                : List.of(
                        Goal.atLeast("commits to the stock engine's" + at, toStock, 4.5),
                        Goal.atLeast("commits to plain inserts" + at, toPlain, 3.5));
    }

    private double toPeer(String peer) {
        return rounds(OF_THE_GOALS, OurEngine.NAME).ratioTo(rounds(OF_THE_GOALS, peer));
    }

    private Rounds rounds(int clients, String contender) {
        return Objects.requireNonNull(measured.get(new Cell(clients, contender)));
    }
}
