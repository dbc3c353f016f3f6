package io.shiporskip.query;

/** How far the read models are, for those who must see at least a certain event. */
public interface Progress {

    /**
     * Waits until every read model that goes on has folded up to a position, 2 seconds at most. One that is stopped, or
     * still being filled, is not waited for.
     *
     * <p>Refused with a problem: future-position (422) beyond the log's head; not-yet (503)
     *     when the wait was not enough
     */
    void awaitAtLeast(long position);
}
