package io.shiporskip.query.projecting.asof;

import java.util.function.Function;

/**
 * A field that documents are found by: as stored, and as read from the record. Both must say the same.
 *
 * @param name path in the stored document, such as {@code details.category.slug}
 * @param <V> String or Boolean
 */
public record Field<D extends Record, V extends Comparable<V>>(String name, Function<D, V> of) {}
