package io.shiporskip.mongo.embedded;

/** What was written could not be put on disk; it may or may not be there after a restart. */
final class NotDurableException extends Exception {

    NotDurableException(String message, Throwable cause) {
        super(message, cause);
    }
}
