package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.h2.mvstore.MVStore;

/** At start-up: the last documents of every collection must be found by every index. */
final class TailCheck {

    private static final int DOCUMENTS = 100;
    private static final String PREFIX = "databases.";

    private TailCheck() {}

    /**
     * Checks all collections.
     *
     * @throws DataFolderException naming the index, the collection and the document
     */
    static void check(MVStore store, H2Backend backend) {
        for (String map : store.getMapNames()) {
            if (map.startsWith(PREFIX)) {
                String database = map.substring(PREFIX.length(), map.indexOf('.', PREFIX.length()));
                String collection = map.substring(PREFIX.length() + database.length() + 1);
                if (backend.resolveDatabase(database).resolveCollection(collection, false)
                        instanceof BsonCollection found) {
                    found.checkTail(DOCUMENTS);
                }
            }
        }
    }
}
