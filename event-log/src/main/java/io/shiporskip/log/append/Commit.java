package io.shiporskip.log.append;

import java.util.List;

/** What one unit of work decided: its events enter the log together, next to each other, or not at all. */
public final class Commit {

    /** The most bytes a commit may have, in BSON about: a document of the server holds 16 MiB. */
    public static final int MAX_BYTES = 16_000_000;

    private final String id;
    private final List<NewEvent> events;
    private final int bytes;

    /**
     * @param id unique; grows with time (UUID version 7) where speed matters
     * @param events at least one, in the order in which they happened
     * @throws InvalidCommitException when it is empty, larger than {@link #MAX_BYTES}, or holds a text that has no UTF-8
     *     form (half a surrogate pair), which could not be read back as it was written
     */
    public Commit(String id, List<NewEvent> events) {
        this.id = id;
        this.events = List.copyOf(events);
        if (this.events.isEmpty()) {
            throw new InvalidCommitException("commit " + id + " holds no event");
        }
        long counted = CommitBytes.of(id, this.events);
        if (counted > MAX_BYTES) {
            throw new InvalidCommitException(
                    "commit " + id + " has " + counted + " bytes; at most " + MAX_BYTES + " fit into a block");
        }
        this.bytes = (int) counted;
    }

    public String id() {
        return id;
    }

    public List<NewEvent> events() {
        return events;
    }

    /** About as many bytes as it takes in a block. */
    public int bytes() {
        return bytes;
    }
}
