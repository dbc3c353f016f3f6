package io.shiporskip.log.append;

/**
 * Another commit got there first: it holds the id, or the place in the stream, of one of this commit's events. Nothing
 * of this commit is in the log.
 */
public final class CommitRefusedException extends RuntimeException {

    private final int index;

    CommitRefusedException(Commit commit, int index) {
        super("commit " + commit.id() + ": another commit holds the id or the place in the stream of event "
                + commit.events().get(index).id() + " ("
                + commit.events().get(index).aggregate() + ", sequence "
                + commit.events().get(index).sequence() + ")");
        this.index = index;
    }

    /** Which of the commit's events lost, from 0; the first of them when several did. */
    public int index() {
        return index;
    }
}
