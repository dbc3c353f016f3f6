package io.shiporskip.benchmarks.append;

import com.mongodb.client.MongoClient;
import io.shiporskip.benchmarks.Progress;
import io.shiporskip.benchmarks.RunOptions;
import io.shiporskip.benchmarks.figures.Durations;
import io.shiporskip.benchmarks.figures.Goal;
import io.shiporskip.benchmarks.figures.Rounds;
import io.shiporskip.benchmarks.figures.Table;
import io.shiporskip.benchmarks.load.Load;
import io.shiporskip.benchmarks.product.Store;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** How fast a whole log is read back as Axon's tracked events, by both engines, each with the batch size it likes best. */
final class Reading {

    private static final List<Integer> BATCHES = List.of(100, 1_000, 10_000);
    private static final int FILLED_AT_ONCE = 1_000;

    /** Nobody waits longer for one pass; a rate shows as well on the part that was read. */
    private static final long ENOUGH_NANOS = 15_000_000_000L;

    private static final String OURS = "event log";

    private final RunOptions options;
    private final int length;
    private final Map<String, Rounds> measured = new LinkedHashMap<>();
    private final Map<String, Integer> batches = new LinkedHashMap<>();

    Reading(RunOptions options) {
        this.options = options;
        this.length = options.quick() ? 10_000 : 100_000;
    }

    void measure(Store store) throws Exception {
        try (MongoClient client = store.client(Load.MOST_CLIENTS);
                OurEngine ours = new OurEngine(client.getDatabase(store.database()))) {
            Progress.say("filling two logs with " + length + " events each to read back");
            StockEngine stock = new StockEngine(client.getDatabase(store.database()));
            Load.times(64, length / 64, _ -> ours.next());
            fill(stock);
            Map<String, EventStorageEngine> best = new LinkedHashMap<>();
            best.put(OURS, best(OURS, ours::engine));
            best.put(StockEngine.NAME, best(StockEngine.NAME, stock::engine));
            for (int round = 1; round <= options.rounds(); round++) {
                Progress.say("reading back, round " + round + " of " + options.rounds());
                for (var each : best.entrySet()) {
                    measured.computeIfAbsent(each.getKey(), _ -> new Rounds())
                            .add(eventsPerSecond(each.getValue()), new Durations());
                }
            }
        }
    }

    /** A millisecond between events: it looks back a second at every batch, and the denser the log the slower it is. */
    private void fill(StockEngine stock) {
        for (int filled = 0; filled < length; filled += FILLED_AT_ONCE) {
            List<EventMessage<?>> some = new ArrayList<>();
            for (int i = 0; i < FILLED_AT_ONCE; i++) {
                some.add(VoteMessages.at(filled + i));
            }
            stock.engine().appendEvents(some);
        }
    }

    private EventStorageEngine best(String name, IntFunction<EventStorageEngine> engine) {
        double fastest = 0;
        EventStorageEngine best = engine.apply(BATCHES.getFirst());
        for (int batch : BATCHES) {
            Progress.say("warming up: " + name + " in batches of " + batch);
            EventStorageEngine tried = engine.apply(batch);
            double rate = eventsPerSecond(tried);
            if (rate > fastest) {
                fastest = rate;
                best = tried;
                batches.put(name, batch);
            }
        }
        return best;
    }

    private static double eventsPerSecond(EventStorageEngine engine) {
        long start = System.nanoTime();
        long events = 0;
        long last = 0;
        try (var stream = engine.readEvents(null, false)) {
            for (var event = stream.iterator(); event.hasNext() && System.nanoTime() - start < ENOUGH_NANOS; ) {
                last = Math.max(last, event.next().getTimestamp().toEpochMilli());
                events++;
            }
        }
        if (last == 0) {
            throw new IllegalStateException("a log that was filled reads as empty");
        }
        return events * 1e9 / (System.nanoTime() - start);
    }

    void print(PrintStream out) {
        out.println();
        out.printf("Reading back a log of %,d events as Axon's tracked events, whole, by one reader.%n%n", length);
        Table table = new Table("", "batch", "events/s", "ours to it", "by round");
        measured.forEach((name, rounds) -> table.row(
                name,
                Table.whole(Objects.requireNonNull(batches.get(name))),
                Table.whole(rounds.medianRate()),
                Table.ratio(ours().ratioTo(rounds)),
                Table.range(ours().ratiosTo(rounds))));
        table.print(out);
    }

    List<Goal> goals(boolean embedded) {
        double toStock = ours().ratioTo(Objects.requireNonNull(measured.get(StockEngine.NAME)));
        return embedded
                ? List.of(Goal.atLeast("reading back to the stock engine's", toStock, 10))
                : List.of(
                        Goal.atLeast("events read back a second", ours().medianRate(), 300_000),
                        Goal.atLeast("reading back to the stock engine's", toStock, 50));
    }

    private Rounds ours() {
        return Objects.requireNonNull(measured.get(OURS));
    }
}
