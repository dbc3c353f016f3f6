package io.shiporskip.query.projecting.store;

/** A generation's step along the log: everything up to {@code to} is in its documents. */
public record Advance(Generation generation, long from, long to) {}
