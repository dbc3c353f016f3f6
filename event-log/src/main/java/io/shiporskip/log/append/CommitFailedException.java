package io.shiporskip.log.append;

/** The server refused the commit for good, on the first and only send. Nothing of it is in the log. */
public final class CommitFailedException extends RuntimeException {

    CommitFailedException(String message) {
        super(message);
    }
}
