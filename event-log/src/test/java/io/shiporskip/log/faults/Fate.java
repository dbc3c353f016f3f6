package io.shiporskip.log.append;

/** What becomes of one insert on its way to the server and back. */
enum Fate {
    PASSES,
    /** The server does it; the connection is cut before the answer comes back. */
    ANSWER_LOST,
    /** The connection is cut before the server sees it. */
    REQUEST_LOST,
    /** The connection is cut, and the server gets the request later all the same. */
    REQUEST_LATE
}
