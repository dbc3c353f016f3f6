package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses the order that keeps a query to the fewest entries: exact values first, then a range, then the sort. */
final class QueryPlanner {

    private static final int MOST_RANGES = 10_000;
    private static final int EXACTLY_ONE = 1_000;

    private QueryPlanner() {}

    /** Plans a query; the first of the orders is walked when nothing fits. */
    static QueryPlan plan(
            Document query, List<Map.Entry<String, Boolean>> sort, List<? extends OrderedEntries> orders) {
        QueryBounds bounds = new QueryBounds(query);
        return orders.stream()
                .flatMap(order -> groups(bounds, order).map(group -> plan(order, group, sort)))
                .filter(plan -> plan != null)
                .reduce((best, next) -> next.worth() > best.worth() ? next : best)
                .orElseGet(() -> new QueryPlan(
                        orders.getFirst(), List.of(KeyRange.everything()), false, false, sort.isEmpty(), 0));
    }

    private static Stream<QueryBounds.Group> groups(QueryBounds bounds, OrderedEntries order) {
        return order.crossesArrays() ? bounds.groups().stream() : Stream.of(bounds.merged());
    }

    private static @Nullable QueryPlan plan(
            OrderedEntries order, QueryBounds.Group group, List<Map.Entry<String, Boolean>> sort) {
        List<IndexKey> fields = order.getKeys();
        boolean apart = order.crossesArrays() && !group.together();
        List<Key> beginnings = List.of(new Key(new byte[0]));
        int exact = 0;
        int single = 0;
        FieldBounds bounds = group.on(fields.getFirst().getKey());
        boolean missingOnly = bounds == null || bounds.asksForNothing();
        while (bounds != null
                && !bounds.points().isEmpty()
                && (long) beginnings.size() * bounds.points().size() <= MOST_RANGES) {
            single += single == exact && bounds.points().size() == 1 ? 1 : 0;
            beginnings = extend(order, exact, beginnings, bounds.points());
            exact++;
            bounds =
                    exact < fields.size() && !apart ? group.on(fields.get(exact).getKey()) : null;
        }
        boolean ranged = bounds != null && bounds.points().isEmpty();
        boolean bounded = exact > 0 || ranged;
        if (order.leavesOutMissing() && missingOnly) {
            return null;
        }
        List<KeyRange> ranges = new ArrayList<>();
        for (Key beginning : beginnings) {
            KeyRange range = !bounded
                    ? KeyRange.everything()
                    : ranged ? bounds(bounds).range(order, exact, beginning, apart) : KeyRange.startingWith(beginning);
            if (!range.isEmpty()) {
                ranges.add(range);
            }
        }
        int direction = direction(fields, single, sort, order);
        boolean sorted = sort.isEmpty() || (direction != 0 && !order.crossesArrays());
        boolean backward = sorted && direction < 0;
        Comparator<KeyRange> walk = Comparator.comparing(KeyRange::from);
        ranges.sort(backward ? walk.reversed() : walk);
        int worth = 4 * exact + (ranged ? 2 : 0) + (sorted && !sort.isEmpty() ? 1 : 0);
        worth += order.isUnique() && exact == fields.size() ? EXACTLY_ONE : 0;
        return new QueryPlan(order, ranges, backward, bounded, sorted, worth);
    }

    private static FieldBounds bounds(@Nullable FieldBounds bounds) {
        return java.util.Objects.requireNonNull(bounds);
    }

    private static List<Key> extend(OrderedEntries order, int field, List<Key> beginnings, List<Key> points) {
        return beginnings.stream()
                .flatMap(beginning ->
                        points.stream().map(point -> beginning.plus(order.component(field, point.bytes()))))
                .toList();
    }

    /** Gives 1 when walking forward meets the sort, -1 when walking backward does, 0 when neither */
    private static int direction(
            List<IndexKey> fields, int fixed, List<Map.Entry<String, Boolean>> sort, OrderedEntries order) {
        int direction = 0;
        int at = fixed;
        for (Map.Entry<String, Boolean> wanted : sort) {
            String path = wanted.getKey();
            if (fields.subList(0, fixed).stream()
                    .anyMatch(field -> field.getKey().equals(path))) {
                continue;
            }
            if (at == fields.size()) {
                return order.isUnique() && direction != 0 ? direction : 0;
            }
            if (!fields.get(at).getKey().equals(path)) {
                return 0;
            }
            int way = wanted.getValue() == order.isAscending(at) ? 1 : -1;
            if (direction != 0 && way != direction) {
                return 0;
            }
            direction = way;
            at++;
        }
        return direction == 0 ? 1 : direction;
    }
}
