package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents that no index gives in the wanted order: all of them, sorted in memory, up to a bound. */
final class SortedDocuments implements Documents {

    static final int MOST_BYTES = 64 << 20;
    private static final int TOO_MUCH_TO_SORT = 292;

    private final List<Found> sorted = new ArrayList<>();
    private int given;

    /**
     * Sorts what is given.
     *
     * @throws MongoServerError (292) when there is more to sort than may be held
     */
    SortedDocuments(Documents unsorted, Document sort) {
        long bytes = 0;
        for (Found next = unsorted.next(); next != null; next = unsorted.next()) {
            bytes += next.bytes().length;
            if (bytes > MOST_BYTES) {
                throw new MongoServerError(
                        TOO_MUCH_TO_SORT,
                        "QueryExceededMemoryLimitNoDiskUseAllowed",
                        "sorting " + sort + " without an index holds more than " + MOST_BYTES + " bytes");
            }
            sorted.add(next);
        }
        unsorted.rest();
        sorted.sort(Comparator.comparing(Found::document, new DocumentComparator(sort)));
    }

    @Override
    public @Nullable Found next() {
        return given < sorted.size() ? sorted.get(given++) : null;
    }

    @Override
    public void rest() {}
}
