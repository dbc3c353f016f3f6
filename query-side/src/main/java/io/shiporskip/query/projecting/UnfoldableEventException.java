package io.shiporskip.query.projecting;

/** An event that a projection cannot fold: that projection stops before it and says so. */
public final class UnfoldableEventException extends RuntimeException {

    private final long position;

    public UnfoldableEventException(long position, RuntimeException cause) {
        super("Event " + position + " cannot be folded: " + cause, cause);
        this.position = position;
    }

    public long position() {
        return position;
    }
}
