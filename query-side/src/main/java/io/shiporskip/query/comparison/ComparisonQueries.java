package io.shiporskip.query.comparison;

import io.shiporskip.events.comparison.ComparisonId;
import io.shiporskip.query.Answer;
import io.shiporskip.query.projecting.asof.AsOf;
import java.util.List;
import java.util.Optional;

/** What pages and the JSON API ask of comparisons. */
public interface ComparisonQueries {

    /** Any two listed tools side by side; empty when either is unknown. */
    Optional<Answer<ComparisonView>> comparison(ComparisonId pair, AsOf asOf);

    /** Published comparisons in the order of their addresses, after the one given. */
    List<ComparisonId> published(String after, int limit, AsOf asOf);
}
