package io.shiporskip.command.comparison;

import io.shiporskip.events.comparison.ComparisonId;

/** Put a pair of listed tools on the list of comparisons. */
public record PublishComparison(ComparisonId comparison) implements ComparisonCommand {}
