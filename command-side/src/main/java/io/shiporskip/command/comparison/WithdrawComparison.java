package io.shiporskip.command.comparison;

import io.shiporskip.events.comparison.ComparisonId;

/** Take a pair off the list; possible also when one of the tools has been withdrawn. */
public record WithdrawComparison(ComparisonId comparison) implements ComparisonCommand {

    @Override
    public boolean evenWithdrawn() {
        return true;
    }
}
