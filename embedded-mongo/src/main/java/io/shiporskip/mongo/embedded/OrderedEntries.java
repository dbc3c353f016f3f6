package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;
import org.h2.mvstore.Cursor;

/** An order in which documents can be found: the documents by `_id`, or an index. */
interface OrderedEntries {

    String getName();

    List<IndexKey> getKeys();

    boolean isUnique();

    /** Whether documents that have none of its fields are left out. */
    boolean leavesOutMissing();

    /** Whether a document may stand here more than once, so that two bounds may be met by two elements of an array. */
    boolean crossesArrays();

    boolean isAscending(int field);

    /** The bytes of a value as field {@code field} of this order holds them. */
    byte[] component(int field, byte[] encoded);

    /** The entries from a key on, that key included when it is there. */
    Cursor<byte[], byte[]> cursor(Key from, boolean backward);

    /** The key of the document that the entry on which the cursor stands belongs to. */
    Key document(Cursor<byte[], byte[]> cursor);
}
