package io.shiporskip.log.append;

import java.util.List;

/**
 * What one unit of work decided: its events enter the log together, next to each other, or not at all.
 *
 * @param id unique; grows with time (UUID version 7) where speed matters
 * @param events at least one, in the order in which they happened
 */
public record Commit(String id, List<NewEvent> events) {

    /** The most bytes a commit may have, in BSON about: a document of the server holds 16 MiB. */
    public static final int MAX_BYTES = 16_000_000;

    /**
     * @throws InvalidCommitException when it is empty, larger than {@link #MAX_BYTES}, or holds a text that has no UTF-8
     *     form (half a surrogate pair), which could not be read back as it was written
     */
    public Commit {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new InvalidCommitException("commit " + id + " holds no event");
        }
        long bytes = CommitBytes.of(id, events);
        if (bytes > MAX_BYTES) {
            throw new InvalidCommitException(
                    "commit " + id + " has " + bytes + " bytes; at most " + MAX_BYTES + " fit into a block");
        }
    }

    /** About as many bytes as it takes in a block. */
    public int bytes() {
        return (int) CommitBytes.of(id, events);
    }
}
