package io.shiporskip.mongo.embedded;

import io.shiporskip.mongo.embedded.journal.Changes;
import io.shiporskip.mongo.embedded.journal.MapChanges;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a write changes, on its way to the journal: when it is done, or, where all of it is known before, while it is being
 * done. Used by one thread.
 */
final class Recording implements MapChanges {

    private final Function<Changes, Group> join;
    private final Function<Changes, Group> joinAhead;
    private Changes changes = new Changes();
    private @Nullable Group last;
    private boolean ahead;

    /**
     * @param join adds changes that are done to a group
     * @param joinAhead the same for changes about to be made
     */
    Recording(Function<Changes, Group> join, Function<Changes, Group> joinAhead) {
        this.join = join;
        this.joinAhead = joinAhead;
    }

    @Override
    public void put(int map, byte[] key, byte[] value) {
        if (!ahead) {
            changes.put(map, key, value);
        }
    }

    @Override
    public void remove(int map, byte[] key) {
        if (!ahead) {
            changes.remove(map, key);
        }
    }

    /**
     * Lets the journal have changes before they are made: these, all of them and nothing else have to be made before
     * {@link #caughtUp}, or the store has failed.
     */
    void ahead(Consumer<MapChanges> foreseen) {
        checkCaughtUp();
        foreseen.accept(changes);
        last = joinAhead.apply(changes);
        changes = new Changes();
        ahead = true;
    }

    /** @throws IllegalStateException when what the journal has is not made */
    void checkCaughtUp() {
        if (ahead) {
            throw new IllegalStateException("a write ended before it had made what the journal has");
        }
    }

    /** What the journal has is made. */
    void caughtUp() {
        ahead = false;
    }

    /**
     * The write is done.
     *
     * @return the group that its last changes are in; null when it changed nothing
     * @throws IllegalStateException when it has not made what the journal has
     */
    @Nullable Group end() {
        checkCaughtUp();
        if (!changes.isEmpty()) {
            last = join.apply(changes);
        }
        return last;
    }
}
