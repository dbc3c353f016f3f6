package io.shiporskip.log.model;

/** What a commit's command was told. */
enum Told {
    /** Nothing yet; it waits in the queue. */
    QUEUED,
    /** Nothing yet; it is in a block under way. */
    SENT,
    DONE,
    /** Another commit holds one of its keys. */
    REFUSED,
    /** The server refused it for good. */
    FAILED,
    /** It was not sent: it may be asked for again. */
    BUSY,
    /** That nobody knows; or nothing, for its writer crashed. */
    UNANSWERED
}
