package io.shiporskip.mongo.embedded;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Walks a plan and gives the documents that match, each once. It can be put down at any time and taken up later: it then
 * goes on after the entry it stood on, in what the store holds by then.
 */
final class DocumentWalk implements Documents {

    private final MVMap<byte[], byte[]> documents;
    private final QueryPlan plan;
    private final Predicate<Found> matches;
    private final Set<Key> given = new HashSet<>();
    private final boolean mayMeetAgain;

    private int range;
    private @Nullable Key at;
    private @Nullable Cursor<byte[], byte[]> cursor;

    DocumentWalk(MVMap<byte[], byte[]> documents, QueryPlan plan, Predicate<Found> matches) {
        this.documents = documents;
        this.plan = plan;
        this.matches = matches;
        this.mayMeetAgain = !(plan.order() instanceof IdIndex);
    }

    @Override
    public @Nullable Found next() {
        for (Key key = nextKey(); key != null; key = nextKey()) {
            byte[] bytes = bytes(key);
            if (bytes != null) {
                Found found = new Found(bytes);
                if (matches.test(found)) {
                    if (mayMeetAgain) {
                        given.add(key);
                    }
                    return found;
                }
            }
        }
        return null;
    }

    @Override
    public void rest() {
        cursor = null;
    }

    /** What a cursor over the documents stands on is the document; from an index it is one more lookup away. */
    private byte @Nullable [] bytes(Key key) {
        if (mayMeetAgain) {
            return given.contains(key) ? null : documents.get(key.bytes());
        }
        return cursor == null ? documents.get(key.bytes()) : cursor.getValue();
    }

    private @Nullable Key nextKey() {
        while (range < plan.ranges().size()) {
            KeyRange bounds = plan.ranges().get(range);
            Cursor<byte[], byte[]> open = cursor != null ? cursor : open(bounds);
            cursor = open;
            while (open.hasNext()) {
                Key entry = new Key(open.next());
                if (plan.backward() ? entry.compareTo(bounds.from()) < 0 : entry.compareTo(bounds.to()) >= 0) {
                    break;
                }
                boolean beyond = plan.backward() && entry.compareTo(bounds.to()) >= 0;
                if (!beyond && !entry.equals(at)) {
                    at = entry;
                    return plan.order().document(open);
                }
            }
            cursor = null;
            at = null;
            range++;
        }
        return null;
    }

    private Cursor<byte[], byte[]> open(KeyRange bounds) {
        Key start = at != null ? at : plan.backward() ? bounds.to() : bounds.from();
        return plan.order().cursor(start, plan.backward());
    }
}
