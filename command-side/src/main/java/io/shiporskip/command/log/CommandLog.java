package io.shiporskip.command.log;

import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.read.LogHub;
import io.shiporskip.log.read.LogReader;

/**
 * The log as the command side writes, reads and follows it.
 *
 * @param ownHub whether nobody else follows through the hub, so that it is closed with this
 */
public record CommandLog(BlockAppender appender, LogReader reader, LogWakeUp wakeUp, LogHub hub, boolean ownHub)
        implements AutoCloseable {

    /** Writes what is queued and takes no more. */
    @Override
    public void close() {
        appender.close();
        if (ownHub) {
            hub.close();
        }
    }
}
