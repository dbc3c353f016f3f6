package io.shiporskip.mongo.embedded.journal;

/** What stands in the journal is not what was written there; the message says where. Nothing has been changed. */
public final class JournalDamagedException extends RuntimeException {

    JournalDamagedException(String message) {
        super(message);
    }
}
