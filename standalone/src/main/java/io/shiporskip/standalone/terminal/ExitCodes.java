package io.shiporskip.standalone.terminal;

/** How verbs end. */
public final class ExitCodes {

    /** Done, and nothing is amiss. */
    public static final int OK = 0;

    /** Could not do it, or did it and found something amiss: a fault in the log, a read model that differs. */
    public static final int FAILED = 1;

    /** Asked in a way that nobody understands. */
    public static final int USAGE = 2;

    private ExitCodes() {}
}
