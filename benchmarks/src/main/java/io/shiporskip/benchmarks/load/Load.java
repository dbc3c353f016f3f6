package io.shiporskip.benchmarks.load;

import io.shiporskip.benchmarks.figures.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that each send one request after another, the next when the one before is answered: as many requests are under
 * way as there are clients. Each has a platform thread of its own, as a server's workers have.
 */
public final class Load {

    /** As many clients as any benchmark has at once. */
    public static final int MOST_CLIENTS = 256;

    /** One client's next request. What is done before the returned work runs is not on the clock. */
    @FunctionalInterface
    public interface Client {
        Request next(int client) throws Exception;
    }

    /** What is on the clock. */
    @FunctionalInterface
    public interface Request {
        void send() throws Exception;
    }

    private Load() {}

    /**
     * Runs so many clients for so long.
     *
     * @throws ExecutionException when a request failed: a figure of requests that fail says nothing
     */
    public static Loaded run(int clients, Duration length, Client client)
            throws InterruptedException, ExecutionException {
        return run(clients, Integer.MAX_VALUE, length.toNanos(), client);
    }

    /** Runs so many clients until each has sent so many requests. */
    public static Loaded times(int clients, int each, Client client) throws InterruptedException, ExecutionException {
        return run(clients, each, Long.MAX_VALUE, client);
    }

    private static Loaded run(int clients, int each, long nanos, Client client)
            throws InterruptedException, ExecutionException {
        CountDownLatch ready = new CountDownLatch(clients);
        CountDownLatch go = new CountDownLatch(1);
        Durations all = new Durations();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Durations>> futures = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    go.await();
                    return requests(each, nanos, number, client);
                }));
            }
            ready.await();
            long start = System.nanoTime();
            go.countDown();
            for (Future<Durations> future : futures) {
                all.addAll(future.get());
            }
            return new Loaded(System.nanoTime() - start, all);
        }
    }

    private static Durations requests(int most, long nanos, int number, Client client) throws Exception {
        Durations durations = new Durations();
        long begin = System.nanoTime();
        for (int i = 0; i < most && System.nanoTime() - begin < nanos; i++) {
            Request request = client.next(number);
            long start = System.nanoTime();
            request.send();
            durations.add(System.nanoTime() - start);
        }
        return durations;
    }
}
