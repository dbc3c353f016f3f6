package io.shiporskip.log.append;

import com.mongodb.MongoException;
import io.shiporskip.log.LastBlock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Where the log ends, as far as blocks have been majority-committed. */
final class LogEnd {

    private final Supplier<LastBlock> read;
    private final AppenderHealth health;
    private final BooleanSupplier givenUp;

    /**
     * @param read asks the server
     * @param givenUp whether nothing is asked any more
     */
    LogEnd(Supplier<LastBlock> read, AppenderHealth health, BooleanSupplier givenUp) {
        this.read = read;
        this.health = health;
        this.givenUp = givenUp;
    }

    /**
     * Asks once.
     *
     * @throws MongoException when it cannot be read
     */
    LastBlock now() {
        return read.get();
    }

    /** Asks until the server answers; empty when the appender gave up: then nothing is sent any more either. */
    Optional<LastBlock> await() throws InterruptedException {
        Backoff backoff = new Backoff();
        while (!givenUp.getAsBoolean()) {
            try {
                LastBlock last = read.get();
                health.answered();
                return Optional.of(last);
            } catch (MongoException e) {
                health.endUnread(e.toString());
                backoff.pause();
            }
        }
        return Optional.empty();
    }
}
