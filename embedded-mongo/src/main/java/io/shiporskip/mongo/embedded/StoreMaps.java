package io.shiporskip.mongo.embedded;

import io.shiporskip.mongo.embedded.journal.MapChanges;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/**
 * The maps of a store that hold documents and entries of indexes. What changes in them within {@link #recording} is
 * recorded for the journal; of what else happens to maps the journal does not know, so that the store has to be put on
 * disk whole.
 */
final class StoreMaps {

    private static final String DOCUMENTS = "databases.";

    private final MVStore store;
    private final ScopedValue<Recording> recorded = ScopedValue.newInstance();
    private volatile boolean unrecorded;

    StoreMaps(MVStore store) {
        this.store = store;
    }

    MVMap<byte[], byte[]> documents(String collection) {
        return open(DOCUMENTS + collection, ByteArrayDataType.INSTANCE);
    }

    MVMap<byte[], byte[]> entries(String collection, String index) {
        return entries(collection + "._index_" + index);
    }

    private MVMap<byte[], byte[]> entries(String name) {
        return open(name, KeyType.INSTANCE);
    }

    private MVMap<byte[], byte[]> open(String name, DataType<byte[]> values) {
        boolean isNew = !store.hasMap(name);
        if (isNew) {
            unrecorded = true;
        }
        MVMap<byte[], byte[]> map = store.openMap(name, new JournaledMap.Builder(this, values));
        if (isNew) {
            // again: the store may have been put on disk in between
            unrecorded = true;
        }
        return map;
    }

    /** Runs a write, and records what it changes. */
    void recording(Recording recording, Runnable write) {
        ScopedValue.where(recorded, recording).run(write);
    }

    /** Where a change that is made now belongs; null, and noted, where it will not be in the journal. */
    @Nullable Recording recorder() {
        if (recorded.isBound()) {
            return recorded.get();
        }
        unrecorded = true;
        return null;
    }

    /** Lets the journal have what the write under way is about to change: see {@link Recording#ahead}. */
    void tellAhead(Consumer<MapChanges> foreseen) {
        if (recorded.isBound()) {
            recorded.get().ahead(foreseen);
        }
    }

    /** @throws IllegalStateException when what was told ahead has not been changed, which its write was not let end for */
    void checkCaughtUp() {
        if (recorded.isBound()) {
            recorded.get().checkCaughtUp();
        }
    }

    /** What was told ahead has been changed. */
    void caughtUp() {
        if (recorded.isBound()) {
            recorded.get().caughtUp();
        }
    }

    /** Says that something changes of which the journal will not know. */
    void noteUnrecorded() {
        unrecorded = true;
    }

    boolean hasUnrecorded() {
        return unrecorded;
    }

    /** To be called while nothing can change and all is about to be put on disk. */
    void forgetUnrecorded() {
        unrecorded = false;
    }

    /** Opens a map by its number. */
    @Nullable MVMap<byte[], byte[]> numbered(int map) {
        String name = store.getMapName(map);
        if (name == null) {
            return null;
        }
        return name.startsWith(DOCUMENTS) ? documents(name.substring(DOCUMENTS.length())) : entries(name);
    }
}
