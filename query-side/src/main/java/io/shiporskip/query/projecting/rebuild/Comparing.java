package io.shiporskip.query.projecting.rebuild;

import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.follow.Snapshot;
import io.shiporskip.query.projecting.store.GenerationStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/** Walks two generations in the order of their ids, hashing each and noting where they differ. */
final class Comparing {

    private static final JsonWriterSettings SHOWN =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    private final ContentHash live = new ContentHash();
    private final ContentHash rebuilt = new ContentHash();
    private final List<Difference> differences = new ArrayList<>();
    private long differing;

    private final Glance glance;

    /** Called at every document: a comparison takes long, and an operator may want something else. */
    @FunctionalInterface
    interface Glance {
        void look() throws OrderedException;
    }

    private Comparing(Glance glance) {
        this.glance = glance;
    }

    /** @param position where both are and stay meanwhile */
    static Comparison of(GenerationStore<?> live, GenerationStore<?> rebuilt, long position) throws OrderedException {
        return new Comparing(() -> {}).walk(all(live), all(rebuilt), position);
    }

    /** @param rebuilt stays at the snapshot's position meanwhile; the live one goes on */
    static <D extends Record> Comparison of(Snapshot<D> live, GenerationStore<?> rebuilt, Glance glance)
            throws OrderedException {
        GenerationStore<D> store = live.store();
        Walk then = new Walk(page(store), document -> then(live, store, document));
        return new Comparing(glance).walk(then, all(rebuilt), live.position());
    }

    private static <D extends Record> @Nullable BsonDocument then(
            Snapshot<D> live, GenerationStore<D> store, @Nullable BsonDocument document) {
        if (document == null) {
            return null;
        }
        Folded<D> now = store.read(document);
        Folded<D> then = live.then(now);
        if (now.equals(then)) {
            return document;
        }
        return then == null ? null : store.written(then);
    }

    private static Walk all(GenerationStore<?> store) {
        return new Walk(page(store), document -> document);
    }

    private static Function<String, List<BsonDocument>> page(GenerationStore<?> store) {
        return after -> store.after(after, Walk.PAGE);
    }

    private Comparison walk(Walk lives, Walk rebuilts, long position) throws OrderedException {
        BsonDocument one = lives.next();
        BsonDocument other = rebuilts.next();
        while (one != null || other != null) {
            glance.look();
            int order = order(one, other);
            BsonDocument left = order <= 0 ? one : null;
            BsonDocument right = order >= 0 ? other : null;
            if (!Arrays.equals(taken(live, left), taken(rebuilt, right))) {
                note(left, right);
            }
            one = order <= 0 ? lives.next() : one;
            other = order >= 0 ? rebuilts.next() : other;
        }
        return new Comparison(
                position,
                live.documents(),
                rebuilt.documents(),
                live.hex(),
                rebuilt.hex(),
                differing,
                differences.stream().map(Difference::id).toList(),
                List.copyOf(differences));
    }

    private void note(@Nullable BsonDocument left, @Nullable BsonDocument right) {
        differing++;
        BsonDocument either = left == null ? right : left;
        if (either != null && differences.size() < Comparison.SHOWN) {
            differences.add(new Difference(id(either), shown(left), shown(right)));
        }
    }

    private static @Nullable String shown(@Nullable BsonDocument document) {
        if (document == null) {
            return null;
        }
        String json = document.toJson(SHOWN);
        return json.length() <= Difference.LONGEST ? json : json.substring(0, Difference.LONGEST - 1) + "…";
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

    private static String id(BsonDocument document) {
        return document.getString("_id").getValue();
    }
}
