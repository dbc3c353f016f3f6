package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ImmutableFieldException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.h2.mvstore.MVMap;

/**
 * Replaces one document of a collection whole, the commonest update by far, without the copies that the general one takes.
 * For a write whose turn it is.
 */
final class Replacing {

    private static final byte[] ID_NAME = "_id\0".getBytes(StandardCharsets.UTF_8);

    private final MVMap<byte[], byte[]> documents;
    private final BsonCollection collection;

    Replacing(MVMap<byte[], byte[]> documents, BsonCollection collection) {
        this.documents = documents;
        this.collection = collection;
    }

    /**
     * By one that was received, with no operators in it: kept as it came where it begins with the document's {@code _id}, as
     * drivers send it.
     *
     * @return whether that changed anything
     */
    boolean replace(Found old, byte[] replacement) {
        WantedFields indexed = collection.indexed();
        Document before = old.document(indexed);
        Document after = indexed.of(replacement);
        boolean asItCame = startsWithId(replacement) && Objects.equals(before.get("_id"), after.get("_id"));
        return asItCame
                ? put(before, after, old.bytes(), replacement)
                : replace(old, DocumentBytes.decode(replacement));
    }

    /** @return whether that changed anything */
    boolean replace(Found old, Document replacement) {
        Object id = old.document().get("_id");
        Key key = BsonCollection.keyOf(old.document());
        if (replacement.containsKey("_id") && !BsonCollection.keyOf(replacement).equals(key)) {
            throw new ImmutableFieldException(
                    "After applying the update, the (immutable) field '_id' was found to have been altered to _id: "
                            + replacement.get("_id"));
        }
        Document after = new Document("_id", id);
        after.putAll(replacement);
        after.put("_id", id);
        Utils.validateFieldNames(after);
        return put(old.document(), after, old.bytes(), DocumentBytes.encode(after));
    }

    private boolean put(Document before, Document after, byte[] old, byte[] bytes) {
        if (Arrays.equals(bytes, old)) {
            return false;
        }
        Key key = BsonCollection.keyOf(before);
        collection.getIndexes().forEach(index -> index.checkUpdate(before, after, collection));
        collection.getIndexes().forEach(index -> index.updateInPlace(before, after, key, collection));
        documents.put(key.bytes(), bytes);
        return true;
    }

    /** The first field's name stands after the length of all and its type. */
    private static boolean startsWithId(byte[] document) {
        int name = Integer.BYTES + 1;
        int end = name + ID_NAME.length;
        return document.length >= end && Arrays.equals(document, name, end, ID_NAME, 0, ID_NAME.length);
    }
}
