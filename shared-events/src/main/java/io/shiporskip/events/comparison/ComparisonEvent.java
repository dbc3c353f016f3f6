package io.shiporskip.events.comparison;

import io.shiporskip.events.DomainEvent;

/** What happens to a published comparison. */
public sealed interface ComparisonEvent extends DomainEvent permits ComparisonPublished, ComparisonWithdrawn {

    ComparisonId comparison();

    @Override
    default String stream() {
        return comparison().stream();
    }
}
