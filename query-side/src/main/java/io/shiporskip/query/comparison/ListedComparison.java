package io.shiporskip.query.comparison;

import io.shiporskip.events.comparison.ComparisonId;
import io.shiporskip.events.tool.ToolId;

/** A pair on the list of comparisons. */
public record ListedComparison(ComparisonId slug, ToolId left, ToolId right) {

    static ListedComparison of(ComparisonId pair) {
        return new ListedComparison(pair, pair.left(), pair.right());
    }
}
