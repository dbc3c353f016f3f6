package io.shiporskip.query.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of comparisons, in the order of their addresses.
 *
 * @param position how far the model had folded
 * @param next cursor of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComparisonList(List<ListedComparison> comparisons, long position, @Nullable String next) {}
