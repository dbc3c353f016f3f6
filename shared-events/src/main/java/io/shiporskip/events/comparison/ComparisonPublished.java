package io.shiporskip.events.comparison;

/** A pair of tools joined the list of comparisons worth reading. */
public record ComparisonPublished(ComparisonId comparison) implements ComparisonEvent {}
