package io.shiporskip.edge.access;

/** What a handler can ask of whoever calls it. */
public enum Role {
    /** Lists, revises and withdraws tools and comparisons. */
    EDITOR,
    /** Rebuilds read models, verifies and copies the log, reads the meters. */
    OPERATOR,
    /** Holds the very seat that the handler's path variable {@code seat} names. */
    SEAT
}
