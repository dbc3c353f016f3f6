package io.shiporskip.mongo.embedded;

import io.shiporskip.mongo.embedded.journal.Changes;
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
    private final ScopedValue<Changes> recorded = ScopedValue.newInstance();
    private volatile boolean unrecorded;

    StoreMaps(MVStore store) {
        this.store = store;
    }

    MVMap<Key, byte[]> documents(String collection) {
        return open(DOCUMENTS + collection, ByteArrayDataType.INSTANCE, bytes -> bytes);
    }

    MVMap<Key, Key> entries(String collection, String index) {
        return entries(collection + "._index_" + index);
    }

    private MVMap<Key, Key> entries(String name) {
        return open(name, KeyType.INSTANCE, Key::bytes);
    }

    private <V> MVMap<Key, V> open(String name, DataType<V> values, JournaledMap.Bytes<V> bytes) {
        boolean isNew = !store.hasMap(name);
        if (isNew) {
            unrecorded = true;
        }
        MVMap<Key, V> map = store.openMap(name, new JournaledMap.Builder<>(this, values, bytes));
        if (isNew) {
            // again: the store may have been put on disk in between
            unrecorded = true;
        }
        return map;
    }

    /** Runs a write, and records what it changes. */
    void recording(Changes changes, Runnable write) {
        ScopedValue.where(recorded, changes).run(write);
    }

    /** Where a change that is made now belongs; null, and noted, where it will not be in the journal. */
    @Nullable Changes recorder() {
        if (recorded.isBound()) {
            return recorded.get();
        }
        unrecorded = true;
        return null;
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
    @Nullable ReplayedMap<?> replayed(int map) {
        String name = store.getMapName(map);
        if (name == null) {
            return null;
        }
        return name.startsWith(DOCUMENTS)
                ? new ReplayedMap<>(documents(name.substring(DOCUMENTS.length())), bytes -> bytes)
                : new ReplayedMap<>(entries(name), Key::new);
    }
}
