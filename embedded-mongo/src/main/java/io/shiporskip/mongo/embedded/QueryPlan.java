package io.shiporskip.mongo.embedded;

import java.util.List;

/**
 * How a query is answered: which order is walked, over which ranges (in the order of the walk), and which way.
 *
 * @param bounded whether the ranges keep the walk to what the query may match
 * @param sorted whether the walk meets documents in the order that was asked for
 */
record QueryPlan(
        OrderedEntries order, List<KeyRange> ranges, boolean backward, boolean bounded, boolean sorted, int worth) {}
