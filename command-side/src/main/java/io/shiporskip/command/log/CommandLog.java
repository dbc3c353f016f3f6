package io.shiporskip.command.log;

import io.shiporskip.log.LogWakeUp;
import io.shiporskip.log.append.BlockAppender;
import io.shiporskip.log.read.LogReader;

/** The log as the command side writes and reads it. */
public record CommandLog(BlockAppender appender, LogReader reader, LogWakeUp wakeUp) implements AutoCloseable {

    /** Writes what is queued and takes no more. */
    @Override
    public void close() {
        appender.close();
    }
}
