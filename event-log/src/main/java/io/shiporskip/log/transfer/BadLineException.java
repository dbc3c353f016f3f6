package io.shiporskip.log.transfer;

/** A line of an export that cannot be taken. What the lines before it say is kept; nothing of this one is. */
public final class BadLineException extends RuntimeException {

    private final long line;

    /**
     * @param line its number, from 1
     * @param reason in words
     */
    public BadLineException(long line, String reason) {
        super("line " + line + ": " + reason);
        this.line = line;
    }

    public long line() {
        return line;
    }
}
