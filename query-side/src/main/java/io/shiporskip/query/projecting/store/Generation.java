package io.shiporskip.query.projecting.store;

/**
 * One filling of a read model from position 1 on.
 *
 * @param number from 1, never given twice in a projection
 */
public record Generation(String projection, int number) {

    /** The name of its collection, and of its progress. */
    @Override
    public String toString() {
        return projection + "@" + number;
    }
}
