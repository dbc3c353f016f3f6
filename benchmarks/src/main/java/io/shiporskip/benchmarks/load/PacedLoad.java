package io.shiporskip.benchmarks.load;

import io.shiporskip.benchmarks.figures.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Clients that send so many requests a second together, whether or not those before were quick. */
public final class PacedLoad {

    /** One request; gives the nanoseconds that count. */
    @FunctionalInterface
    public interface Client {
        long send(int client) throws Exception;
    }

    private PacedLoad() {}

    /** Runs for so long. */
    public static Durations run(int clients, double perSecond, Duration length, Client client)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + length.toNanos();
        return run(clients, perSecond, () -> System.nanoTime() < end, client);
    }

    /**
     * Runs for as long as it is wanted.
     *
     * @throws ExecutionException when a request failed
     */
    public static Durations run(int clients, double perSecond, BooleanSupplier wanted, Client client)
            throws InterruptedException, ExecutionException {
        long interval = (long) (clients * 1e9 / perSecond);
        Durations all = new Durations();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Durations>> futures = new ArrayList<>();
            long begin = System.nanoTime();
            for (int i = 0; i < clients; i++) {
                int number = i;
                futures.add(threads.submit(
                        () -> requests(begin + interval * number / clients, interval, wanted, number, client)));
            }
            for (Future<Durations> future : futures) {
                all.addAll(future.get());
            }
        }
        return all;
    }

    private static Durations requests(long first, long interval, BooleanSupplier wanted, int number, Client client)
            throws Exception {
        Durations durations = new Durations();
        long due = first;
        while (wanted.getAsBoolean()) {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            durations.add(client.send(number));
            due += interval;
        }
        return durations;
    }
}
