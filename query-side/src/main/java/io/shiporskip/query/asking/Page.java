package io.shiporskip.query.asking;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list.
 *
 * @param next where the next page starts; null on the last
 */
public record Page<T>(List<T> entries, @Nullable Cursor next) {

    /**
     * Cuts a page out of what was found.
     *
     * @param found up to one more than the limit: the one too many shows that there is a next page
     * @param cursor of the entry that the next page comes after
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> cursor) {
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> entries = List.copyOf(found.subList(0, limit));
        return new Page<>(entries, cursor.apply(entries.getLast()));
    }

    public @Nullable String nextText() {
        return next == null ? null : next.text();
    }
}
