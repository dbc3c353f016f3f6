package io.shiporskip.log.append;

/** The commit was withdrawn before it was sent: nothing of it is in the log, and it may be tried again later. */
public final class BusyException extends RuntimeException {

    public BusyException(String message) {
        super(message);
    }
}
