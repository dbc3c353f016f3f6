package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of {@code _id}, and whether it asks anything else. Most queries of the log and of read models ask for
 * nothing but ids or a range of ids: what lies there is the answer, and need not be decoded to know that it matches.
 */
final class IdConditions {

    private @Nullable List<Key> points;
    private @Nullable ValueKind kind;
    private int lower;
    private int upper;
    private boolean alone = true;

    private IdConditions() {}

    static IdConditions of(Document query) {
        IdConditions conditions = new IdConditions();
        conditions.collect(query);
        return conditions;
    }

    /** The ids that the query names; null when it names none. It may match fewer documents, never others. */
    @Nullable List<Key> points() {
        return points;
    }

    /** Whether every document with one of the ids named, or inside the range of ids asked for, matches. */
    boolean nothingElse() {
        return alone && lower <= 1 && upper <= 1 && (points == null || lower + upper == 0);
    }

    private void collect(Document query) {
        query.forEach((name, condition) -> {
            if (name.equals("$and") && condition instanceof Collection<?> parts) {
                parts.forEach(part -> collect((Document) part));
            } else if (!name.equals("_id")) {
                alone = false;
            } else if (condition instanceof Document operators) {
                operators.forEach(this::operator);
            } else {
                operator("$eq", condition);
            }
        });
    }

    private void operator(String operator, @Nullable Object value) {
        if (operator.equals("$in") && value instanceof Collection<?> values) {
            name(values);
        } else if (value == null || !isPlain(value)) {
            alone = false;
        } else {
            switch (operator) {
                case "$eq" -> name(List.of(value));
                case "$gt", "$gte" -> lower += end(value);
                case "$lt", "$lte" -> upper += end(value);
                default -> alone = false;
            }
        }
    }

    private void name(Collection<?> values) {
        if (points == null && values.stream().allMatch(IdConditions::isPlain)) {
            Stream<Key> keys = values.stream().map(value -> new Key(KeyWriter.encode(value)));
            points = (values.size() == 1 ? keys : keys.distinct().sorted()).toList();
        } else {
            alone = false;
        }
    }

    /** A range never reaches beyond one kind of values; of two kinds it would have to be empty. */
    private int end(Object value) {
        ValueKind other = ValueKind.of(value);
        alone &= kind == null || kind == other;
        kind = other;
        return 1;
    }

    /** Kinds of which the order of keys is exactly the order of values, and equality likewise. */
    private static boolean isPlain(@Nullable Object value) {
        return value instanceof String
                || value instanceof Long
                || value instanceof Integer
                || value instanceof ObjectId;
    }
}
