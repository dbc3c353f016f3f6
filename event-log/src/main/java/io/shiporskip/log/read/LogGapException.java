package io.shiporskip.log.read;

/** A position is missing although the log goes on behind it. Nobody may step over it: something is damaged. */
public final class LogGapException extends RuntimeException {

    private final long missing;

    LogGapException(long missing, long found) {
        super("position " + missing + " is missing in the log, which goes on at " + found);
        this.missing = missing;
    }

    /** The first position that is missing. */
    public long missing() {
        return missing;
    }
}
