package io.shiporskip.query.projecting.rebuild;

import com.mongodb.client.MongoCursor;
import io.shiporskip.query.projecting.store.GenerationStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Walks two generations in the order of their ids, hashing each and noting where they differ. */
final class Comparing {

    private final ContentHash live = new ContentHash();
    private final ContentHash rebuilt = new ContentHash();
    private final List<String> differing = new ArrayList<>();

    private Comparing() {}

    /** @param position where both are and stay meanwhile */
    static Comparison of(GenerationStore<?> live, GenerationStore<?> rebuilt, long position) {
        try (var one = live.inOrder();
                var other = rebuilt.inOrder()) {
            return new Comparing().walk(one, other, position);
        }
    }

    private Comparison walk(MongoCursor<BsonDocument> lives, MongoCursor<BsonDocument> rebuilts, long position) {
        BsonDocument one = next(lives);
        BsonDocument other = next(rebuilts);
        while (one != null || other != null) {
            int order = order(one, other);
            byte[] left = order <= 0 ? taken(live, one) : null;
            byte[] right = order >= 0 ? taken(rebuilt, other) : null;
            if (!Arrays.equals(left, right)) {
                note(order <= 0 ? one : other);
            }
            one = order <= 0 ? next(lives) : one;
            other = order >= 0 ? next(rebuilts) : other;
        }
        return new Comparison(
                position, live.documents(), rebuilt.documents(), live.hex(), rebuilt.hex(), List.copyOf(differing));
    }

    private void note(@Nullable BsonDocument document) {
        if (document != null && differing.size() < Comparison.SHOWN) {
            differing.add(id(document));
        }
    }

    private static byte @Nullable [] taken(ContentHash hash, @Nullable BsonDocument document) {
        if (document == null) {
            return null;
        }
        byte[] canonical = ContentHash.canonical(document);
        hash.add(canonical);
        return canonical;
    }

    /** Below 0 when the first comes first, or alone; 0 when both are of one id. */
    private static int order(@Nullable BsonDocument one, @Nullable BsonDocument other) {
        if (one == null || other == null) {
            return one == null ? 1 : -1;
        }
        return id(one).compareTo(id(other));
    }

    private static @Nullable BsonDocument next(MongoCursor<BsonDocument> cursor) {
        return cursor.hasNext() ? cursor.next() : null;
    }

    private static String id(BsonDocument document) {
        return document.getString("_id").getValue();
    }
}
