package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of one field, as far as an order can serve it: some exact values, or a range of one kind of value.
 * It may be wider than the query, never narrower: every document found is still matched against the whole query.
 */
final class FieldBounds {

    private static final Set<String> JOINING = Set.of("$and", "$or", "$nor");

    private List<Key> points = List.of();
    private @Nullable End lowest;
    private @Nullable End highest;

    /** One end of a range, and whether the value itself is in it. */
    private record End(Key value, boolean included) {

        boolean isNothing() {
            return value.bytes()[0] == ValueKind.NULL.tag();
        }
    }

    /** Whether a condition is made of operators on a value ({@code $gt}), not of fields or of whole conditions. */
    static boolean isOperators(@Nullable Object condition) {
        return condition instanceof Document document
                && document.keySet().stream().anyMatch(name -> name.startsWith("$") && !JOINING.contains(name));
    }

    /** Takes one more condition that has to hold as well; where two say the same kind of thing, either will do. */
    FieldBounds and(@Nullable Object condition) {
        if (condition instanceof Document operators && isOperators(condition)) {
            operators.forEach(this::narrow);
        } else {
            narrow("$eq", condition);
        }
        return this;
    }

    private void narrow(String operator, @Nullable Object value) {
        if (operator.equals("$in") && value instanceof Collection<?> values) {
            if (!values.isEmpty() && values.stream().allMatch(FieldBounds::hasPlace)) {
                points = values.stream()
                        .map(each -> new Key(KeyWriter.encode(each)))
                        .distinct()
                        .toList();
            }
        } else if (hasPlace(value)) {
            Key encoded = new Key(KeyWriter.encode(value));
            switch (operator) {
                case "$eq" -> points = List.of(encoded);
                case "$gt", "$gte" -> lowest = new End(encoded, operator.equals("$gte"));
                case "$lt", "$lte" -> highest = new End(encoded, operator.equals("$lte"));
                default -> {}
            }
        }
    }

    /** An array asks for itself or for one of its elements, an expression for many values: an order serves neither. */
    private static boolean hasPlace(@Nullable Object value) {
        return !(value instanceof Collection)
                && !BsonRegularExpression.isRegularExpression(value)
                && ValueKind.of(value) != null;
    }

    boolean isBounded() {
        return !points.isEmpty() || lowest != null || highest != null;
    }

    /** The exact values asked for; none when it is a range that is asked for. */
    List<Key> points() {
        return points;
    }

    boolean asksForNothing() {
        return points.stream().anyMatch(point -> point.bytes()[0] == ValueKind.NULL.tag())
                || (lowest != null && lowest.isNothing())
                || (highest != null && highest.isNothing());
    }

    /**
     * Where the range lies in field {@code i} of an index, after the given beginning.
     *
     * @param oneEnd whether only one of the two ends may be used, since two elements of one array may meet them
     */
    KeyRange range(OrderedEntries index, int i, Key beginning, boolean oneEnd) {
        End low = lowest;
        End high = oneEnd && low != null ? null : highest;
        End either = low != null ? low : high;
        if (either == null) {
            return KeyRange.startingWith(beginning);
        }
        KeyRange kind =
                place(index, i, beginning, new Key(new byte[] {either.value.bytes()[0]}));
        Key from = kind.from();
        Key to = kind.to();
        boolean ascending = index.isAscending(i);
        if (low != null) {
            KeyRange at = place(index, i, beginning, low.value);
            Key edge = ascending == low.included ? at.from() : at.to();
            from = ascending ? edge : from;
            to = ascending ? to : edge;
        }
        if (high != null) {
            KeyRange at = place(index, i, beginning, high.value);
            Key edge = ascending == high.included ? at.to() : at.from();
            to = ascending ? edge : to;
            from = ascending ? from : edge;
        }
        return new KeyRange(from, to);
    }

    private static KeyRange place(OrderedEntries index, int i, Key beginning, Key encoded) {
        return KeyRange.startingWith(beginning.plus(index.component(i, encoded.bytes())));
    }
}
