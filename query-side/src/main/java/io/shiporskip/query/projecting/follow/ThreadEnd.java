package io.shiporskip.query.projecting.follow;

/** Waiting for a thread's end. */
public final class ThreadEnd {

    private ThreadEnd() {}

    /** Returns when it has ended, however often whoever waits is asked to hurry; they learn of that afterwards. */
    public static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
