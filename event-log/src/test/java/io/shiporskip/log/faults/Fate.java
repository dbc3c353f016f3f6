package io.shiporskip.log.faults;

/** What becomes of one request on its way to the server and back. */
public enum Fate {
    PASSES,
    /** The server does it; the connection is cut before the answer comes back. */
    ANSWER_LOST,
    /** The server does it, the answer comes late. */
    ANSWER_LATE,
    /** The server does it, the answer never comes, and the connection stays open. */
    ANSWER_SWALLOWED,
    /** The connection is cut before the server sees it. */
    REQUEST_LOST,
    /** The connection is cut, and the server gets the request later all the same. */
    REQUEST_LATE
}
