package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/** The index `_id_`: the documents themselves, which lie in the order of their `_id`. It keeps nothing of its own. */
final class IdIndex extends Index<Object> implements OrderedEntries {

    private final MVMap<byte[], byte[]> documents;

    IdIndex(String name, List<IndexKey> keys, MVMap<byte[], byte[]> documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public boolean leavesOutMissing() {
        return false;
    }

    @Override
    public boolean crossesArrays() {
        return false;
    }

    @Override
    public boolean isAscending(int field) {
        return true;
    }

    @Override
    public byte[] component(int field, byte[] encoded) {
        return encoded;
    }

    @Override
    public Cursor<byte[], byte[]> cursor(Key from, boolean backward) {
        return documents.cursor(from.bytes(), null, backward);
    }

    @Override
    public Key document(Cursor<byte[], byte[]> cursor) {
        return new Key(cursor.getKey());
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        if (documents.containsKey(BsonCollection.keyOf(document).bytes())) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.getOrMissing("_id")));
        }
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {}

    @Override
    public Object remove(Document document) {
        return BsonCollection.keyOf(document);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {}

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Object position, MongoCollection<Object> collection) {}

    @Override
    public Object getPosition(Document document) {
        return BsonCollection.keyOf(document);
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    /** There is never anything to build. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {}

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("planned elsewhere");
    }
}
