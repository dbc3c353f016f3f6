package io.shiporskip.query.projecting.store;

/** A record as it was read, to be replaced only while it is still this one. */
public record Versioned<R extends Record>(String id, long version, R state) {}
