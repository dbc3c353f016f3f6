package io.shiporskip.log.append;

import com.mongodb.MongoException;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.LogWakeUp;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Where the log ends, as far as blocks have been majority-committed. */
final class LogEnd {

    /** While the block of the writer before is under way: 10 ms in all. Then it is not to be expected any more. */
    static final int MOST_LOOKS = 40;

    private static final long LOOKS_NANOS = TimeUnit.MICROSECONDS.toNanos(250);

    private final Supplier<LogHead> read;
    private final LogWakeUp wakeUp;
    private final AppenderHealth health;
    private final BooleanSupplier givenUp;
    private final Pause pause;

    /** Between one look and the next. */
    @FunctionalInterface
    interface Pause {
        void take() throws InterruptedException;
    }

    /**
     * @param read asks the server
     * @param wakeUp told of what is found
     * @param givenUp whether nothing is asked any more
     */
    LogEnd(Supplier<LogHead> read, LogWakeUp wakeUp, AppenderHealth health, BooleanSupplier givenUp) {
        this(read, wakeUp, health, givenUp, () -> TimeUnit.NANOSECONDS.sleep(LOOKS_NANOS));
    }

    LogEnd(Supplier<LogHead> read, LogWakeUp wakeUp, AppenderHealth health, BooleanSupplier givenUp, Pause pause) {
        this.read = read;
        this.wakeUp = wakeUp;
        this.health = health;
        this.givenUp = givenUp;
        this.pause = pause;
    }

    /**
     * Asks once.
     *
     * @throws MongoException when it cannot be read
     */
    LogHead now() {
        return read.get();
    }

    /**
     * Asks until the server answers, or the appender gives up: then nothing is sent any more either.
     *
     * @param known what is known of it so far, and is the answer after giving up
     * @param block where a block begins that is under way; it is waited for, a little, since a block sent beside it would go
     *     to its slot
     */
    LogHead after(LogHead known, long block) throws InterruptedException {
        Backoff backoff = new Backoff();
        int looks = 0;
        while (!givenUp.getAsBoolean()) {
            try {
                LogHead head = read.get();
                health.answered();
                if (head.position() >= block || ++looks > MOST_LOOKS) {
                    wakeUp.appended(head.position());
                    return head;
                }
                pause.take();
            } catch (MongoException e) {
                health.endUnread(e.toString());
                backoff.pause();
            }
        }
        return known;
    }
}
