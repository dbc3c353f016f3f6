package io.shiporskip.mongo.embedded;

import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/** A map of the store that tells the journal what is put into it and taken out. */
final class JournaledMap extends MVMap<byte[], byte[]> {

    private final StoreMaps maps;

    private JournaledMap(Map<String, Object> config, DataType<byte[]> values, StoreMaps maps) {
        super(config, KeyType.INSTANCE, values);
        this.maps = maps;
    }

    @Override
    public byte @Nullable [] put(byte[] key, byte[] value) {
        byte[] old = super.put(key, value);
        Recording recording = maps.recorder();
        if (recording != null) {
            recording.put(getId(), key, value);
        }
        return old;
    }

    @Override
    public byte @Nullable [] remove(Object key) {
        byte[] old = super.remove(key);
        Recording recording = maps.recorder();
        if (recording != null) {
            recording.remove(getId(), (byte[]) key);
        }
        return old;
    }

    @Override
    public void clear() {
        maps.noteUnrecorded();
        super.clear();
    }

    /** Makes one when the store opens it. */
    static final class Builder extends MVMap.BasicBuilder<MVMap<byte[], byte[]>, byte[], byte[]> {

        private final StoreMaps maps;
        private final DataType<byte[]> values;

        Builder(StoreMaps maps, DataType<byte[]> values) {
            this.maps = maps;
            this.values = values;
            setKeyType(KeyType.INSTANCE);
            setValueType(values);
        }

        @Override
        @SuppressWarnings("UndefinedEquals") // the map compares keys by their type, never by equals
        protected MVMap<byte[], byte[]> create(Map<String, Object> config) {
            return new JournaledMap(config, values, maps);
        }
    }
}
