package io.shiporskip.events.comparison;

/** A pair left the list; the two can still be compared. */
public record ComparisonWithdrawn(ComparisonId comparison) implements ComparisonEvent {}
