package io.shiporskip.mongo.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Everything that stood in a store at one moment. Pages of a store never change, so holding on to their version is all
 * that a moment costs: writes go on while it is copied, and only the space they free is not used again until the end.
 */
final class StoreCopy implements AutoCloseable {

    private static final int BYTES_AT_ONCE = 4 << 20;

    private final MVStore store;
    private final MVStore.TxCounter version;
    private final List<Content> contents = new ArrayList<>();
    private long total;
    private long done;
    private long pieceStarted;

    private record Content(String name, MVMap<byte[], byte[]> map, Cursor<byte[], byte[]> entries) {}

    /** Takes the moment; no write may be half done. */
    StoreCopy(MVStore store) {
        this.store = store;
        this.version = store.registerVersionUsage();
        store.getMapNames().stream().sorted().forEach(name -> hold(name, store.openMap(name)));
    }

    private void hold(String name, MVMap<byte[], byte[]> map) {
        total += map.sizeAsLong();
        contents.add(new Content(name, map, map.cursor(null, null, false)));
    }

    /** Copies into an empty store, in pieces, and rests after each as long as it took. */
    void into(MVStore target, BackupProgress progress) {
        pieceStarted = System.nanoTime();
        for (Content content : contents) {
            copy(content, target, progress);
        }
        target.commit();
        progress.copied(done, total);
    }

    private void copy(Content content, MVStore target, BackupProgress progress) {
        MVMap<byte[], byte[]> copy = target.openMap(
                content.name,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(content.map.getKeyType())
                        .valueType(content.map.getValueType()));
        while (content.entries.hasNext()) {
            byte[] key = content.entries.next();
            // not append(): pages it fills are miscounted, and the first compaction of the copy fails
            copy.put(key, content.entries.getValue());
            done++;
            // asked at every entry, which costs nothing: one entry may be as large as a block of the log
            if (target.getUnsavedMemory() > BYTES_AT_ONCE) {
                target.commit();
                progress.copied(done, total);
                LockSupport.parkNanos(System.nanoTime() - pieceStarted);
                pieceStarted = System.nanoTime();
            }
        }
    }

    @Override
    public void close() {
        store.deregisterVersionUsage(version);
    }
}
