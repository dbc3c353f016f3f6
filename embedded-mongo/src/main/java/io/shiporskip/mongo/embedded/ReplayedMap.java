package io.shiporskip.mongo.embedded;

import java.util.function.Function;
import org.h2.mvstore.MVMap;

/**
 * A map into which the journal's changes go again.
 *
 * @param value makes a value of what the journal keeps of it
 */
record ReplayedMap<V>(MVMap<Key, V> map, Function<byte[], V> value) {

    void put(byte[] key, byte[] kept) {
        map.put(new Key(key), value.apply(kept));
    }

    void remove(byte[] key) {
        map.remove(new Key(key));
    }
}
