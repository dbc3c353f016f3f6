package io.shiporskip.log;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.append.AppenderSettings;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.read.LogReader;
import io.shiporskip.log.verify.LogVerification;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Prints how fast the log is on the test server: appends with 1, 16 and 64 threads, reading back, verifying. */
public final class Measure {

    private static final int SECONDS = 5;

    private Measure() {}

    public static void main(String[] arguments) {
        MongoDatabase database = TestServer.newDatabase();
        LogWakeUp wakeUp = new LogWakeUp();
        try (BlockAppender appender = new BlockAppender(database, wakeUp, AppenderSettings.DEFAULT)) {
            append(appender, 64, "warm-up");
            for (int threads : new int[] {1, 16, 64}) {
                append(appender, threads, "appends, " + threads + " threads");
            }
        }
        LogReader reader = new LogReader(database);
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            long position = 0;
            for (List<StoredEvent> events = reader.after(0, 1000);
                    !events.isEmpty();
                    events = reader.after(position, 1000)) {
                position = events.getLast().position();
            }
            print("read back", position, start);
        }
        long start = System.nanoTime();
        print("verified", new LogVerification(database).run((done, total) -> {}).events(), start);
        start = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            reader.stream("64-" + i % 64 + "-" + i / 64, 0, 100);
        }
        print("streams loaded", 1000, start);
        System.exit(0);
    }

    private static void append(BlockAppender appender, int threads, String what) {
        long start = System.nanoTime();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<long[]>> all = IntStream.range(0, threads)
                    .mapToObj(thread ->
                            CompletableFuture.supplyAsync(() -> append(appender, threads, what, thread, start), pool))
                    .toList();
            long[] nanos = all.stream()
                    .flatMapToLong(latencies -> Arrays.stream(latencies.join()))
                    .sorted()
                    .toArray();
            print(what, nanos.length, start);
            System.out.printf(
                    "  median %.1f ms, p99 %.1f ms%n",
                    nanos[nanos.length / 2] / 1e6, nanos[(int) (nanos.length * 0.99)] / 1e6);
        }
    }

    private static long[] append(BlockAppender appender, int threads, String what, int thread, long start) {
        String prefix = (what.equals("warm-up") ? what : String.valueOf(threads)) + "-" + thread + "-";
        long[] nanos = new long[1_000_000];
        int count = 0;
        while (System.nanoTime() - start < SECONDS * 1_000_000_000L) {
            long before = System.nanoTime();
            appender.append(Commits.of(prefix + count, 0, 1));
            nanos[count++] = System.nanoTime() - before;
        }
        return Arrays.copyOf(nanos, count);
    }

    private static void print(String what, long count, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s: %,d in %.2f s, %,.0f/s%n", what, count, seconds, count / seconds);
    }
}
