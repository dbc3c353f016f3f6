package io.shiporskip.log.metrics;

import java.util.Locale;

/** What a command was told of its commit: the tag {@code result} of {@code event.log.append}. */
public enum AppendResult {
    /** It stands in the log. */
    DONE,
    /** Another commit held one of its keys. */
    REFUSED,
    /** It was never sent: the queue was full, or the wait ended before its turn. */
    BUSY,
    /** It was sent, and the wait ended before its outcome was known. */
    UNKNOWN,
    /** The server refused it for good. */
    FAILED,
    /** It could not stand in the log as it was. */
    INVALID;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
