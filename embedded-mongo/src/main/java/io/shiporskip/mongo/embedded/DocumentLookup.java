package io.shiporskip.mongo.embedded;

import java.util.List;
import java.util.function.Predicate;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The documents with these very ids that match, one lookup each. */
final class DocumentLookup implements Documents {

    private final MVMap<byte[], byte[]> documents;
    private final List<Key> ids;
    private final Predicate<Found> matches;
    private int next;

    DocumentLookup(MVMap<byte[], byte[]> documents, List<Key> ids, Predicate<Found> matches) {
        this.documents = documents;
        this.ids = ids;
        this.matches = matches;
    }

    @Override
    public @Nullable Found next() {
        while (next < ids.size()) {
            byte[] bytes = documents.get(ids.get(next++).bytes());
            if (bytes != null) {
                Found found = new Found(bytes);
                if (matches.test(found)) {
                    return found;
                }
            }
        }
        return null;
    }

    @Override
    public void rest() {}
}
