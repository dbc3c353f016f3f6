package io.shiporskip.benchmarks.votes;

import io.shiporskip.benchmarks.Progress;
import io.shiporskip.benchmarks.load.KeptConnection;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What the peer is set to.
 *
 * @param pool connections to the database
 * @param joined whether the upsert and the counter are one statement
 */
record PeerSettings(int pool, boolean joined) {

    private static final List<Integer> POOLS = List.of(8, 16, 32, 64);
    private static final int OK = 200;

    /** Tries each and leaves the peer at the one with the most votes a second. */
    static PeerSettings best(int port, Callable<Double> votesPerSecond) throws Exception {
        PeerSettings best = new PeerSettings(POOLS.getFirst(), true);
        double most = 0;
        for (boolean joined : List.of(true, false)) {
            for (int pool : POOLS) {
                PeerSettings tried = new PeerSettings(pool, joined);
                tried.apply(port);
                double rate = votesPerSecond.call();
                Progress.say("the peer with " + tried + ": " + Math.round(rate) + " votes/s");
                if (rate > most) {
                    most = rate;
                    best = tried;
                }
            }
        }
        best.apply(port);
        return best;
    }

    private void apply(int port) throws IOException {
        try (KeptConnection connection = new KeptConnection(port)) {
            var answer =
                    connection.send("PUT", "/tuning?pool=" + pool + "&joined=" + joined, "Content-Length: 0\r\n", "");
            if (answer.status() != OK) {
                throw new IOException("the peer cannot be tuned: " + answer);
            }
        }
    }

    @Override
    public String toString() {
        return "pool of " + pool + ", " + (joined ? "one statement" : "two statements");
    }
}
