package io.shiporskip.mongo.embedded;

import io.shiporskip.mongo.embedded.journal.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Writes that reach the disk together. */
final class Group {

    private final List<Changes> changes = new ArrayList<>();
    private final CompletableFuture<Boolean> onDisk = new CompletableFuture<>();
    private long bytes;

    /** One that is on disk. */
    static Group done() {
        Group group = new Group();
        group.isOnDisk(true);
        return group;
    }

    void add(Changes added) {
        if (!added.isEmpty()) {
            changes.add(added);
            bytes += added.length();
        }
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** What it takes in the journal. */
    long bytes() {
        return bytes;
    }

    List<Changes> changes() {
        return changes;
    }

    /** Says how it ended; the first word counts. */
    void isOnDisk(boolean whether) {
        onDisk.complete(whether);
    }

    /** Waits until it has ended. */
    boolean awaitOnDisk() {
        return onDisk.join();
    }
}
