package io.shiporskip.mongo.embedded;

/** What was written could not be put on disk; it may or may not be there after a restart. */
final class NotDurableException extends Exception {

    NotDurableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What went wrong, down to what the disk said. */
    static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure.getMessage() + (cause == null ? "" : ": " + reason(cause));
    }
}
