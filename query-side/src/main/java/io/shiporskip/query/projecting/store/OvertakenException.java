package io.shiporskip.query.projecting.store;

/** Another node did this meanwhile: whoever sees it starts over from what stands in the database. */
public final class OvertakenException extends RuntimeException {

    public OvertakenException(String message) {
        super(message);
    }
}
