package io.shiporskip.benchmarks.process;

/** Cleans up when the process ends before that has been done otherwise, as when a run is broken off. */
public final class AtExit {

    private final Thread hook;

    /** @param name of the thread that it runs in */
    public AtExit(String name, Runnable cleanUp) {
        hook = new Thread(cleanUp, name);
    }

    /** From now on. */
    public void expect() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** It is done: what it holds may go, which would stay in memory else and burden what is measured after it. */
    public void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook runs, and finds nothing.
        }
    }
}
