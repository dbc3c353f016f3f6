package io.shiporskip.mongo.embedded;

import io.shiporskip.mongo.embedded.journal.MapChanges;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.MVMap;

/** Makes changes again that the journal tells. Maps that are there no more have been dropped since, and are passed over. */
final class Replay implements MapChanges {

    private final StoreMaps maps;
    private final Map<Integer, Optional<MVMap<byte[], byte[]>>> opened = new HashMap<>();
    private long changes;

    Replay(StoreMaps maps) {
        this.maps = maps;
    }

    /** How many there have been. */
    long changes() {
        return changes;
    }

    @Override
    public void put(int map, byte[] key, byte[] value) {
        changes++;
        map(map).ifPresent(found -> found.put(key, value));
    }

    @Override
    public void remove(int map, byte[] key) {
        changes++;
        map(map).ifPresent(found -> found.remove(key));
    }

    private Optional<MVMap<byte[], byte[]>> map(int number) {
        return opened.computeIfAbsent(number, missing -> Optional.ofNullable(maps.numbered(missing)));
    }
}
