package io.shiporskip.log.append;

/** What appenders keep beside the log, none of which the log depends on: anybody may drop it at any time. */
final class Appenders {

    static final String COLLECTION = "appenders";

    private Appenders() {}
}
