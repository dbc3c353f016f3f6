package io.shiporskip.benchmarks.votes.peer;

import io.shiporskip.benchmarks.process.Child;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The peer in a process of its own; started by the benchmark. */
@Command(name = "serve-peer", hidden = true)
public final class ServePeer implements Callable<Integer> {

    /** The environment variable with the database's address, which holds a password. */
    public static final String JDBC_URL = "PEER_JDBC_URL";

    @Override
    public Integer call() throws Exception {
        try (var context = PeerApplication.start(System.getenv(JDBC_URL))) {
            Child.serve(context.getEnvironment().getRequiredProperty("local.server.port"));
        }
        return 0;
    }
}
