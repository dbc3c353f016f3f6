package io.shiporskip.query.projecting.store;

import io.shiporskip.query.projecting.Folded;

/**
 * A document to be written.
 *
 * @param base position it was folded from; 0 when there was no such document
 */
public record Change<D extends Record>(long base, Folded<D> after) {}
