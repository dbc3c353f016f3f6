package io.shiporskip.query.comparison;

/** Whether a pair is on the list of comparisons, as stored. */
public record ComparisonListing(String slug, boolean published) {}
