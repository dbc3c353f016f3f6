package io.shiporskip.benchmarks.append;

import com.mongodb.client.MongoClient;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One writer of a log beside four that write to one log together, each with an appender and connections of its own, as
 * four nodes have: with as many clients at each as the one has, and with as many in all. In the second case a block of
 * theirs holds a fourth of what one of the single writer's does, whatever they do.
 */
final class Writers {

    private static final int CLIENTS = 64;
    private static final int MANY = 4;
    private static final double LONGEST_MILLIS = 100;

    private final RunOptions options;
    private final Rounds one = new Rounds();
    private final Rounds each = new Rounds();
    private final Rounds inAll = new Rounds();
    private final SlowCommits slow = new SlowCommits(LONGEST_MILLIS);

    Writers(RunOptions options) {
        this.options = options;
    }

    void measure() throws Exception {
        warmUp();
        List<Kind> kinds = new ArrayList<>(List.of(
                new Kind(1, CLIENTS, one), new Kind(MANY, MANY * CLIENTS, each), new Kind(MANY, CLIENTS, inAll)));
        for (int round = 0; round <= options.rounds(); round++) {
            Progress.say("one writer and four, round " + round + " of " + options.rounds() + " (0 does not count)");
            for (Kind kind : kinds) {
                Loaded loaded = onANewLog(kind);
                if (round > 0) {
                    kind.rounds().add(loaded.perSecond(), loaded.requests());
                }
            }
            if (round == 0) {
                slow.forget();
            }
            Collections.rotate(kinds, 1);
        }
    }

    private record Kind(int writers, int clients, Rounds rounds) {}

    private void warmUp() throws Exception {
        try (Store alone = Store.open();
                Store shared = Store.open();
                Nodes single = new Nodes(alone, 1);
                Nodes several = new Nodes(shared, MANY)) {
            WarmUp.together(
                    options.quick(),
                    List.of(
                            () -> load(CLIENTS, single::next).perSecond(),
                            () -> load(MANY * CLIENTS, several::next).perSecond()));
        }
    }

    /**
     * A log of its own for each of a round's three: on one that had been written to before, each would be measured on a
     * log of another length, and those of four writers twice as long as that of one.
     */
    private Loaded onANewLog(Kind kind) throws Exception {
        // The one is probed as well, since that is load, too; nobody asks how long its commits took.
        SlowCommits noted = kind.writers() == 1 ? new SlowCommits(LONGEST_MILLIS) : slow;
        try (Store store = Store.open();
                Nodes nodes = new Nodes(store, kind.writers());
                var _ = new ServerProbe(store, noted)) {
            return load(kind.clients(), client -> noted.watched(nodes.next(client)));
        }
    }

    private Loaded load(int clients, Load.Client client) throws Exception {
        return Load.run(clients, options.turn(), client);
    }

    void print(PrintStream out) {
        out.println();
        out.println("Writers: commits of one event; milliseconds.");
        out.println();
        Table table = new Table("", "commits/s", "p50", "p99", "longest", "to one", "by round");
        row(table, "one writer, " + CLIENTS + " clients", one);
        row(table, "four writers of one log, " + CLIENTS + " clients each", each);
        row(table, "four writers of one log, " + CLIENTS + " clients in all", inAll);
        table.print(out);
        out.println();
        slow.print(out);
    }

    private void row(Table table, String name, Rounds rounds) {
        table.row(
                name,
                Table.whole(rounds.medianRate()),
                Table.millis(rounds.durations().medianNanos()),
                Table.millis((double) rounds.durations().percentileNanos(99)),
                Table.millis((double) rounds.durations().percentileNanos(100)),
                Table.ratio(rounds.ratioTo(one)),
                Table.range(rounds.ratiosTo(one)));
    }

    List<Goal> goals() {
        return List.of(
                Goal.atLeast("four writers' commits to one's, " + CLIENTS + " clients at each", each.ratioTo(one), 0.8),
                Goal.atMost("longest commit of four writers while the server was well, ms", slow.longest(), 100));
    }

    /** Some nodes that write to one log. */
    private static final class Nodes implements AutoCloseable {

        private final List<MongoClient> clients = new ArrayList<>();
        private final List<OurEngine> engines = new ArrayList<>();

        Nodes(Store store, int count) {
            for (int i = 0; i < count; i++) {
                MongoClient client = store.client(CLIENTS);
                clients.add(client);
                engines.add(new OurEngine(client.getDatabase(store.database())));
            }
        }

        Load.Request next(int client) {
            return engines.get(client % engines.size()).next();
        }

        @Override
        public void close() {
            engines.forEach(OurEngine::close);
            clients.forEach(MongoClient::close);
        }
    }
}
