package io.shiporskip.log;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.metrics.LogMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/**
 * Prints how much four writers on one log write together, beside one, on the test server: {@code MeasureWriters [clients
 * of each writer] [seconds] [rounds]}. Each round measures one writer with as many clients as each of the four has, one
 * with as many as all of them, four that take turns, and four that race; at the end stand the medians of the rounds'
 * ratios.
 */
public final class MeasureWriters {

    private static final int WRITERS = 4;
    private static final AppenderSettings TURNS = AppenderSettings.DEFAULT;

    private MeasureWriters() {}

    public static void main(String[] arguments) {
        int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 64;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        run("warm-up", 1, clients, seconds, TURNS);
        run("warm-up", WRITERS, clients, seconds, TURNS);
        double[][] ratios = new double[4][rounds];
        for (int round = 0; round < rounds; round++) {
            double few = run("1 writer", 1, clients, seconds, TURNS);
            double turns = run("4 writers in turns", WRITERS, clients, seconds, TURNS);
            double race = run("4 writers racing", WRITERS, clients, seconds, TURNS.withoutTurns());
            double many = run("1 writer, 4x clients", 1, WRITERS * clients, seconds, TURNS);
            ratios[0][round] = turns / few;
            ratios[1][round] = turns / many;
            ratios[2][round] = race / few;
            ratios[3][round] = race / many;
        }
        String[] names = {
            "in turns, of one writer with each one's clients",
            "in turns, of one writer with all clients",
            "racing, of one writer with each one's clients",
            "racing, of one writer with all clients"
        };
        for (int i = 0; i < names.length; i++) {
            Arrays.sort(ratios[i]);
            System.out.printf(
                    "%-48s %.2f (%.2f to %.2f)%n",
                    names[i], ratios[i][rounds / 2], ratios[i][0], ratios[i][rounds - 1]);
        }
        System.exit(0);
    }

    private static double run(String what, int writers, int clients, int seconds, AppenderSettings settings) {
        MongoDatabase database = TestServer.newDatabase();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        List<CompletableFuture<long[]>> all = new ArrayList<>();
        List<AutoCloseable> open = new ArrayList<>();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long start = System.nanoTime();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < writers; writer++) {
                MongoClient client = TestServer.connect(TestServer.uri());
                BlockAppender appender = new BlockAppender(
                        client.getDatabase(database.getName()), new LogWakeUp(), settings, new LogMetrics(meters));
                open.add(appender);
                open.add(client);
                for (int i = 0; i < clients; i++) {
                    String prefix = writer + "-" + i + "-";
                    all.add(CompletableFuture.supplyAsync(() -> append(appender, prefix, end), pool));
                }
            }
            long[] nanos = all.stream()
                    .flatMapToLong(each -> Arrays.stream(each.join()))
                    .sorted()
                    .toArray();
            double took = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%-22s %,8.0f commits/s, median %.1f ms, p99 %.1f ms, most %.1f ms; %,.0f blocks of %.0f, %,.0f renumbered%n",
                    what,
                    nanos.length / took,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[(int) (nanos.length * 0.99)] / 1e6,
                    nanos[nanos.length - 1] / 1e6,
                    (double) meters.get("event.log.block.commits").summary().count(),
                    meters.get("event.log.block.commits").summary().mean(),
                    meters.get("event.log.renumberings").counter().count());
            for (AutoCloseable each : open) {
                each.close();
            }
            return nanos.length / took;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long[] append(BlockAppender appender, String prefix, long end) {
        LongStream.Builder nanos = LongStream.builder();
        for (int i = 0; System.nanoTime() < end; i++) {
            long before = System.nanoTime();
            appender.append(Commits.of(prefix + i, 0, 1));
            nanos.add(System.nanoTime() - before);
        }
        return nanos.build().toArray();
    }
}
