package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the engine that answers, and opens a new one after a failure. What a failed engine held in memory is gone, as
 * after a crash; what it had acknowledged is on disk.
 */
final class Supervisor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
    private static final int NOT_WRITABLE = 14031;

    private final Supplier<Engine> opener;
    private Engine engine;
    private boolean closed;
    private boolean open = true;

    Supervisor(Supplier<Engine> opener) {
        this.opener = opener;
        this.engine = opener.get();
    }

    /**
     * The engine that answers now.
     *
     * @throws MongoServerError while the store cannot be opened
     */
    synchronized Engine engine() {
        if (closed) {
            throw new MongoServerError(91, "ShutdownInProgress", "the server is shutting down");
        }
        Throwable failure = engine.failure();
        if (failure != null) {
            reopen(failure);
        }
        return engine;
    }

    private void reopen(Throwable failure) {
        if (open) {
            log.error("the store failed and is opened anew: {}", failure.toString());
            open = false;
            engine.abandon();
        }
        try {
            engine = opener.get();
            open = true;
            log.info("the store is open again");
        } catch (RuntimeException e) {
            throw new MongoServerError(
                    NOT_WRITABLE, "OutOfDiskSpace", "the data folder cannot be used: " + NotDurableException.reason(e));
        }
    }

    synchronized long syncs() {
        return engine.syncs();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            engine.close();
        }
    }
}
