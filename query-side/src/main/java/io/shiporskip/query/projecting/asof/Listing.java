package io.shiporskip.query.projecting.asof;

import java.util.ArrayList;
import java.util.List;

/**
 * Which documents of a read model are wanted, in which order. An index must serve it: the fields that are equal to
 * something, then those of the order.
 *
 * @param equal what documents must be equal in
 * @param order ascending, by the first field, then by the next
 * @param after only documents whose first field of the order comes after this; empty for all
 */
public record Listing<D extends Record>(List<Equal<D, ?>> equal, List<Field<D, String>> order, String after) {

    /** One field and what it must be. */
    public record Equal<D extends Record, V extends Comparable<V>>(Field<D, V> field, V value) {

        boolean holds(D state) {
            return field.of().apply(state).equals(value);
        }
    }

    public static <D extends Record> Listing<D> by(Field<D, String> order) {
        return new Listing<>(List.of(), List.of(order), "");
    }

    public static <D extends Record> Listing<D> by(Field<D, String> order, Field<D, String> then) {
        return new Listing<>(List.of(), List.of(order, then), "");
    }

    public <V extends Comparable<V>> Listing<D> where(Field<D, V> field, V value) {
        var both = new ArrayList<>(equal);
        both.add(new Equal<>(field, value));
        return new Listing<>(List.copyOf(both), order, after);
    }

    public Listing<D> after(String key) {
        return new Listing<>(equal, order, key);
    }
}
