package io.shiporskip.standalone.transfer;

import com.mongodb.client.MongoDatabase;
import io.shiporskip.log.read.LogReader;
import io.shiporskip.standalone.terminal.OperatorException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks whether somebody writes to a log on a server that many can reach, where no folder's lock keeps them out: the log
 * must not grow for a while. One who is silent all that time goes unseen; should they write later, the import meets them
 * in its slot and stops.
 */
final class OtherWriters {

    private static final Duration WATCHED = Duration.ofSeconds(2);

    private OtherWriters() {}

    /** @throws OperatorException when there is one */
    static void refuse(MongoDatabase database) {
        LogReader log = new LogReader(database);
        long before = log.head().position();
        LockSupport.parkNanos(WATCHED.toNanos());
        long after = log.head().position();
        if (after != before) {
            throw new OperatorException("Somebody writes to this log (it grew from position " + before + " to " + after
                    + " meanwhile): stop the command side first.");
        }
    }
}
