package io.shiporskip.query.operating;

/**
 * What the read models have yet to fold before they show all of the log.
 *
 * @param position how far the one furthest behind is; one that is stopped, or a later program's, does not count: it goes no
 *     further
 * @param head the log's end
 * @param done whether all that can show the whole log do
 */
public record Backlog(long position, long head, boolean done) {}
