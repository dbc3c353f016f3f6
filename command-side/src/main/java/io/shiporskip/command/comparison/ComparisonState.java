package io.shiporskip.command.comparison;

/** Whether a pair of tools is on the list. */
public enum ComparisonState {
    NOT_PUBLISHED,
    PUBLISHED
}
