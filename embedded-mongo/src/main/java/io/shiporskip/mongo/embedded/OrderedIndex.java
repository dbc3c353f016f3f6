package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import io.shiporskip.mongo.embedded.journal.MapChanges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index kept in order on disk: from the encoded values of its paths (and, where it is not unique, the document's key
 * after them) to the document's key. One document may stand in it many times, once for each element of an array.
 */
final class OrderedIndex extends Index<Object> implements OrderedEntries {

    /** Sorts before every entry; there once any document had an array on one of the paths. */
    private static final Key ARRAY_MARK = new Key(new byte[] {0});

    private static final Key NO_DOCUMENT = new Key(new byte[0]);

    private final MVMap<byte[], byte[]> entries;
    private final IndexedPaths paths;
    private final boolean unique;
    private @Nullable Checked checked;

    OrderedIndex(String name, List<IndexKey> keys, boolean unique, boolean sparse, MVMap<byte[], byte[]> entries) {
        super(name, keys, sparse);
        this.paths = new IndexedPaths(keys());
        this.unique = unique;
        this.entries = entries;
    }

    @Override
    public boolean crossesArrays() {
        return entries.containsKey(ARRAY_MARK.bytes());
    }

    @Override
    public boolean leavesOutMissing() {
        return isSparse();
    }

    @Override
    public boolean isAscending(int field) {
        return getKeys().get(field).isAscending();
    }

    @Override
    public Cursor<byte[], byte[]> cursor(Key from, boolean backward) {
        return entries.cursor(from.bytes(), null, backward);
    }

    @Override
    public Key document(Cursor<byte[], byte[]> cursor) {
        return new Key(cursor.getValue());
    }

    /** The entries this document has to have here, and nothing else it may have. */
    Map<Key, Object[]> entriesOf(Document document) {
        Map<Key, Object[]> found = new LinkedHashMap<>();
        for (Object[] row : paths.rows(document)) {
            if (isSparse() && Arrays.stream(row).allMatch(value -> value instanceof Missing)) {
                continue;
            }
            Key key = NO_DOCUMENT;
            for (int i = 0; i < row.length; i++) {
                key = key.plus(component(i, KeyWriter.encode(row[i])));
            }
            found.put(unique ? key : key.plus(BsonCollection.keyOf(document).bytes()), row);
        }
        return found;
    }

    /** Turned round where the field is descending, so that the order of the bytes turns round too. */
    @Override
    public byte[] component(int field, byte[] encoded) {
        if (isAscending(field)) {
            return encoded;
        }
        byte[] turned = encoded.clone();
        for (int at = 0; at < turned.length; at++) {
            turned[at] = (byte) ~turned[at];
        }
        return turned;
    }

    /** Tells whether this document is found by all its entries. */
    boolean holds(Document document, Key position) {
        return entriesOf(document).keySet().stream()
                .allMatch(key -> Arrays.equals(position.bytes(), entries.get(key.bytes())));
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && unique == other.isUnique()
                && Objects.equals(
                        toIndexDescription().get("key"),
                        other.toIndexDescription().get("key"));
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        Map<Key, Object[]> wanted = entriesOf(document);
        checkFree(wanted, NO_DOCUMENT, collection);
        checked = new Checked(document, wanted);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        Map<Key, Object[]> wanted = checkedFor(document);
        checked = null;
        if (wanted == null) {
            wanted = entriesOf(document);
            checkFree(wanted, (Key) position, collection);
        }
        put(document, wanted, (Key) position);
    }

    /** How many entries {@link #add} is going to put in for this document; 0 when it has not just been checked. */
    int checkedEntries(Document document) {
        Map<Key, Object[]> wanted = checkedFor(document);
        return wanted == null ? 0 : wanted.size();
    }

    /** Tells what {@link #add} is about to put in for this document, which has just been checked. */
    void tellAhead(Document document, Key position, MapChanges to) {
        Map<Key, Object[]> wanted = checkedFor(document);
        if (wanted == null) {
            throw new IllegalStateException("index " + getName() + " has not checked what it is to tell");
        }
        eachEntry(document, wanted, position, (key, value) -> to.put(entries.getId(), key, value));
    }

    @SuppressWarnings("ReferenceEquality") // what was checked is this very document, not an equal one
    private @Nullable Map<Key, Object[]> checkedFor(Document document) {
        Checked last = checked;
        return last != null && last.document == document ? last.wanted : null;
    }

    /** What the last check found free: writers take turns, so it still is when the same document is added next. */
    private record Checked(Document document, Map<Key, Object[]> wanted) {}

    @Override
    public Object remove(Document document) {
        entriesOf(document).keySet().forEach(key -> entries.remove(key.bytes()));
        return BsonCollection.keyOf(document);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
        checkFree(entriesOf(newDocument), BsonCollection.keyOf(oldDocument), collection);
    }

    /** The new entries go in before the old ones go out: a reader meanwhile finds the document by either. */
    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Object position, MongoCollection<Object> collection) {
        Map<Key, Object[]> wanted = entriesOf(newDocument);
        List<Key> gone = new ArrayList<>(entriesOf(oldDocument).keySet());
        gone.removeAll(wanted.keySet());
        put(newDocument, wanted, (Key) position);
        gone.forEach(key -> entries.remove(key.bytes()));
    }

    private void put(Document document, Map<Key, Object[]> wanted, Key position) {
        eachEntry(document, wanted, position, entries::put);
    }

    /** What a document adds to the map: told ahead and put in by one piece, so that the journal has what the map gets. */
    private void eachEntry(Document document, Map<Key, Object[]> wanted, Key position, BiConsumer<byte[], byte[]> to) {
        wanted.keySet().forEach(key -> to.accept(key.bytes(), position.bytes()));
        if (paths.crossArray(document) && !crossesArrays()) {
            to.accept(ARRAY_MARK.bytes(), NO_DOCUMENT.bytes());
        }
    }

    private void checkFree(Map<Key, Object[]> wanted, Key owner, MongoCollection<Object> collection) {
        if (!unique) {
            return;
        }
        wanted.forEach((key, row) -> {
            byte[] holder = entries.get(key.bytes());
            if (holder != null && !Arrays.equals(holder, owner.bytes())) {
                throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(row));
            }
        });
    }

    void clear() {
        entries.clear();
    }

    /** Documents are found by their `_id`; this index adds nothing to that. */
    @Override
    public Object getPosition(Document document) {
        return BsonCollection.keyOf(document);
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong() - (crossesArrays() ? 1 : 0);
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        entries.clear();
    }

    /** Queries are planned by {@link QueryPlanner}, which sees all indexes at once. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("planned elsewhere");
    }
}
