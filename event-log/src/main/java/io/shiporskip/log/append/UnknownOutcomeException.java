package io.shiporskip.log.append;

/**
 * The commit was sent and the wait ended before its outcome was known: it may stand in the log, or come to stand there.
 * It must not be tried again as a new decision.
 */
public final class UnknownOutcomeException extends RuntimeException {

    private final String commit;

    public UnknownOutcomeException(String commit) {
        super("the outcome of commit " + commit + " is not known yet: it may or may not be in the log");
        this.commit = commit;
    }

    /** The id of the commit: who finds it in the log knows that it was done. */
    public String commit() {
        return commit;
    }
}
