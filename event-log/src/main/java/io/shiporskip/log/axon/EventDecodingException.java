package io.shiporskip.log.axon;

import io.shiporskip.log.StoredEvent;

/** A stored event that cannot be read by this program: its cure is a fix of the program, never of the log. */
public final class EventDecodingException extends RuntimeException {

    private final long position;

    EventDecodingException(StoredEvent event, Exception cause) {
        super(
                "the event at position " + event.position() + " (" + event.name() + ", revision " + event.revision()
                        + ") cannot be read: " + cause.getMessage(),
                cause);
        this.position = event.position();
    }

    public long position() {
        return position;
    }
}
