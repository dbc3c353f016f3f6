package io.shiporskip.log.append;

/** The commit cannot stand in the log as it is, whenever it is sent. Nothing was sent. */
public final class InvalidCommitException extends RuntimeException {

    public InvalidCommitException(String message) {
        super(message);
    }
}
