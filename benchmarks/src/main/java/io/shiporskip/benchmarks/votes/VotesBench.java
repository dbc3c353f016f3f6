package io.shiporskip.benchmarks.votes;

import io.shiporskip.benchmarks.Progress;
import io.shiporskip.benchmarks.RunOptions;
import io.shiporskip.benchmarks.figures.Goal;
import io.shiporskip.benchmarks.figures.Goals;
import io.shiporskip.benchmarks.figures.Rounds;
import io.shiporskip.benchmarks.figures.Table;
import io.shiporskip.benchmarks.load.Load;
import io.shiporskip.benchmarks.load.Loaded;
import io.shiporskip.benchmarks.load.WarmUp;
import io.shiporskip.benchmarks.process.Child;
import io.shiporskip.benchmarks.process.Jvm;
import io.shiporskip.benchmarks.process.NotInstalledException;
import io.shiporskip.benchmarks.process.Postgres;
import io.shiporskip.benchmarks.product.Filling;
import io.shiporskip.benchmarks.product.Store;
import io.shiporskip.benchmarks.votes.peer.ServePeer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench votes}: votes over HTTP, beside the vote that one would write instead. */
@Command(
        name = "votes",
        description = {
            "Votes a second over HTTP and their p50 and p99, 64 clients with kept connections, beside the vote that one "
                    + "would write instead: Spring MVC, JDBC, HikariCP and PostgreSQL, an upsert and a counter in one "
                    + "durable transaction.",
            "Both in JVMs of their own with equal heaps; PostgreSQL is started in a temporary folder. The peer gets the "
                    + "pool size and the form of its statement that it is quickest with.",
            "Takes about 4 minutes (--quick: a minute). Ends with 1 when a goal is missed (on another MongoDB; on "
                    + "the embedded server there is none) or PostgreSQL is not installed."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class VotesBench implements Callable<Integer> {

    private static final double GOAL = 1.5;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--clients", paramLabel = "N", defaultValue = "64", description = "Clients that vote at once.")
    private int clients;

    @Option(names = "--heap", paramLabel = "MB", defaultValue = "512", description = "Heap of each JVM.")
    private int heap;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "Record the product with JDK Flight Recorder, from its start to its end.")
    private @Nullable Path profile;

    private final Rounds ours = new Rounds();
    private final Rounds theirs = new Rounds();

    @Override
    public Integer call() throws Exception {
        try (Postgres postgres = Postgres.start();
                Child product = product();
                Child peer = Child.start(
                        Child.java(jvm(), List.of("serve-peer")), Map.of(ServePeer.JDBC_URL, postgres.url()));
                Voters atProduct = new Voters(Integer.parseInt(product.where()), clients);
                Voters atPeer = new Voters(Integer.parseInt(peer.where()), clients)) {
            WarmUp.together(
                    options.quick(),
                    List.of(
                            () -> turn(atProduct).perSecond(),
                            () -> turn(atPeer).perSecond()));
            PeerSettings settings = PeerSettings.best(
                    Integer.parseInt(peer.where()), () -> turn(atPeer).perSecond());
            for (int round = 1; round <= options.rounds(); round++) {
                Progress.say("voting, round " + round + " of " + options.rounds());
                if (round % 2 == 0) {
                    add(ours, turn(atProduct));
                }
                add(theirs, turn(atPeer));
                if (round % 2 == 1) {
                    add(ours, turn(atProduct));
                }
            }
            return report(settings);
        } catch (NotInstalledException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private Child product() throws Exception {
        List<String> jvm = jvm();
        if (profile != null) {
            jvm.add("-XX:StartFlightRecording=settings=profile,jdk.CPUTimeSample#enabled=true,dumponexit=true,filename="
                    + profile);
        }
        return Child.start(Child.java(jvm, List.of("serve-product")));
    }

    private List<String> jvm() {
        List<String> options = new ArrayList<>(Jvm.options(heap));
        options.add("-Xms" + heap + "m");
        return options;
    }

    private Loaded turn(Voters voters) throws Exception {
        voters.prepare((int) (options.turn().toSeconds() * 10_000 / Filling.TOOLS));
        return Load.run(clients, options.turn(), voters::next);
    }

    private static void add(Rounds rounds, Loaded loaded) {
        rounds.add(loaded.perSecond(), loaded.requests());
    }

    private int report(PeerSettings settings) {
        System.out.printf(
                "%nVotes over HTTP, %d clients with kept connections; milliseconds. One vote in eleven is a change.%n%n",
                clients);
        Table table = new Table("", "votes/s", "p50", "p99", "longest", "ours to it", "by round");
        row(table, "Ship or Skip", ours);
        row(table, "Spring MVC, JDBC, PostgreSQL (" + settings + ")", theirs);
        table.print(System.out);
        double ratio = ours.ratioTo(theirs);
        if (Store.atAnotherServer()) {
            return new Goals(List.of(Goal.atLeast("votes a second to the peer's", ratio, GOAL))).print(System.out);
        }
        System.out.printf(
                "%nOn the embedded server the product casts %s times the peer's votes; no goal is set for it.%n",
                Table.ratio(ratio));
        return 0;
    }

    private void row(Table table, String name, Rounds rounds) {
        table.row(
                name,
                Table.whole(rounds.medianRate()),
                Table.millis(rounds.durations().medianNanos()),
                Table.millis((double) rounds.durations().percentileNanos(99)),
                Table.millis((double) rounds.durations().percentileNanos(100)),
                Table.ratio(ours.ratioTo(rounds)),
                Table.range(ours.ratiosTo(rounds)));
    }
}
