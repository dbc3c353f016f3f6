package io.shiporskip.command.comparison;

import io.shiporskip.command.Decider;
import io.shiporskip.events.comparison.ComparisonEvent;
import io.shiporskip.events.comparison.ComparisonId;
import io.shiporskip.events.comparison.ComparisonPublished;
import io.shiporskip.events.comparison.ComparisonWithdrawn;
import java.time.Instant;
import java.util.List;

/** How a pair joins the list of comparisons and leaves it. */
public final class ComparisonDecider implements Decider<ComparisonCommand, ComparisonState, ComparisonEvent> {

    @Override
    public ComparisonState initial() {
        return ComparisonState.NOT_PUBLISHED;
    }

    @Override
    public List<ComparisonEvent> decide(ComparisonState state, ComparisonCommand command) {
        return switch (command) {
            case PublishComparison(ComparisonId comparison) ->
                switch (state) {
                    case NOT_PUBLISHED -> List.of(new ComparisonPublished(comparison));
                    case PUBLISHED -> List.of();
                };
            case WithdrawComparison(ComparisonId comparison) ->
                switch (state) {
                    case NOT_PUBLISHED -> List.of();
                    case PUBLISHED -> List.of(new ComparisonWithdrawn(comparison));
                };
        };
    }

    @Override
    public ComparisonState evolve(ComparisonState state, ComparisonEvent event, Instant at) {
        return switch (event) {
            case ComparisonPublished _ -> ComparisonState.PUBLISHED;
            case ComparisonWithdrawn _ -> ComparisonState.NOT_PUBLISHED;
        };
    }
}
