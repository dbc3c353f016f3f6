package io.shiporskip.benchmarks.rebuild;

import io.shiporskip.benchmarks.figures.Durations;
import io.shiporskip.benchmarks.load.KeptConnection;
import io.shiporskip.benchmarks.load.PacedLoad;
import io.shiporskip.benchmarks.mix.MixedLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/** People who read pages and the API at an even pace. */
final class Visitors implements AutoCloseable {

    private static final int COUNT = 4;
    private static final double PAGES_A_SECOND = 40;
    private static final int OK = 200;

    private final List<KeptConnection> connections = new ArrayList<>();

    Visitors(int port) {
        for (int i = 0; i < COUNT; i++) {
            connections.add(new KeptConnection(port));
        }
    }

    /** How long each page took, read for as long as it is wanted. */
    Durations read(BooleanSupplier wanted) throws InterruptedException, ExecutionException {
        return PacedLoad.run(COUNT, PAGES_A_SECOND, wanted, this::readOne);
    }

    private long readOne(int visitor) throws IOException {
        List<String> tools = MixedLog.tools();
        String tool = tools.get(ThreadLocalRandom.current().nextInt(tools.size()));
        String path = switch (ThreadLocalRandom.current().nextInt(4)) {
            case 0 -> "/";
            case 1 -> "/tools/" + tool;
            case 2 -> "/api/leaderboards/all?by=overall";
            default -> "/api/tools/" + tool;
        };
        return get(connections.get(visitor), path);
    }

    /** Nanoseconds from the request to the end of its answer. */
    static long get(KeptConnection connection, String path) throws IOException {
        long start = System.nanoTime();
        KeptConnection.Answer answer = connection.send("GET", path, "", "");
        long end = System.nanoTime();
        if (answer.status() != OK) {
            throw new IOException(path + " was answered " + answer.status() + ": " + answer.body());
        }
        return end - start;
    }

    @Override
    public void close() throws IOException {
        for (KeptConnection connection : connections) {
            connection.close();
        }
    }
}
