package io.shiporskip.mongo.embedded;

import io.shiporskip.mongo.embedded.journal.Changes;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/** A map of the store that tells the journal what is put into it and taken out. */
final class JournaledMap<V> extends MVMap<Key, V> {

    private final StoreMaps maps;
    private final Bytes<V> bytes;

    /** How the journal keeps a value. */
    interface Bytes<V> {
        byte[] of(V value);
    }

    private JournaledMap(Map<String, Object> config, DataType<V> values, StoreMaps maps, Bytes<V> bytes) {
        super(config, KeyType.INSTANCE, values);
        this.maps = maps;
        this.bytes = bytes;
    }

    @Override
    public @Nullable V put(Key key, V value) {
        V old = super.put(key, value);
        Changes changes = maps.recorder();
        if (changes != null) {
            changes.put(getId(), key.bytes(), bytes.of(value));
        }
        return old;
    }

    @Override
    public @Nullable V remove(Object key) {
        V old = super.remove(key);
        Changes changes = maps.recorder();
        if (changes != null) {
            changes.remove(getId(), ((Key) key).bytes());
        }
        return old;
    }

    @Override
    public void clear() {
        maps.noteUnrecorded();
        super.clear();
    }

    /** Makes one when the store opens it. */
    static final class Builder<V> extends MVMap.BasicBuilder<MVMap<Key, V>, Key, V> {

        private final StoreMaps maps;
        private final DataType<V> values;
        private final Bytes<V> bytes;

        Builder(StoreMaps maps, DataType<V> values, Bytes<V> bytes) {
            this.maps = maps;
            this.values = values;
            this.bytes = bytes;
            setKeyType(KeyType.INSTANCE);
            setValueType(values);
        }

        @Override
        protected MVMap<Key, V> create(Map<String, Object> config) {
            return new JournaledMap<>(config, values, maps, bytes);
        }
    }
}
