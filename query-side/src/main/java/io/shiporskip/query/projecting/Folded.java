package io.shiporskip.query.projecting;

/**
 * A document of a read model.
 *
 * @param position of the last event that changed it, from 1
 */
public record Folded<D extends Record>(String id, long position, D state) {}
