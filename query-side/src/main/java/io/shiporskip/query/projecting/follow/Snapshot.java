package io.shiporskip.query.projecting.follow;

import io.shiporskip.query.projecting.Folded;
import io.shiporskip.query.projecting.store.GenerationStore;
import io.shiporskip.query.projecting.store.OvertakenException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A live generation as it was at one position, while its lane goes on. Before the lane first writes a document anew, it
 * leaves here what the document was. So whoever reads a stored document knows what it was at that position: itself, when
 * its own position is not later; else what was left here. Documents are never deleted.
 */
public final class Snapshot<D extends Record> {

    /** Past so many documents left here, the lane waits, so that the memory stays bounded. */
    static final int BOUND = 20_000;

    private final long position;
    private final GenerationStore<D> store;
    private final Map<String, Optional<Folded<D>>> before = new ConcurrentHashMap<>();
    private volatile boolean overtaken;

    Snapshot(long position, GenerationStore<D> store) {
        this.position = position;
        this.store = store;
    }

    /** Where the generation was. */
    public long position() {
        return position;
    }

    public GenerationStore<D> store() {
        return store;
    }

    /**
     * What a document was.
     *
     * @param now as it is stored
     * @return null when it was not there yet
     * @throws OvertakenException when another node wrote it, which leaves nothing here
     */
    public @Nullable Folded<D> then(Folded<D> now) {
        if (overtaken) {
            throw new OvertakenException("Another node writes documents that are being compared");
        }
        if (now.position() <= position) {
            return now;
        }
        Optional<Folded<D>> then = before.get(now.id());
        if (then == null) {
            throw new OvertakenException("Another node wrote " + now.id() + " while it was compared");
        }
        return then.orElse(null);
    }

    /** Called before a document is written. */
    void leave(String id, @Nullable Folded<D> standing) {
        if (standing == null || standing.position() <= position) {
            before.putIfAbsent(id, Optional.ofNullable(standing));
        } else if (!before.containsKey(id)) {
            overtaken = true;
        }
    }

    boolean isFull() {
        return before.size() >= BOUND;
    }
}
