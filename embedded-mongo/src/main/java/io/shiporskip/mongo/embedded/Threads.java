package io.shiporskip.mongo.embedded;

/** Waiting for threads. */
final class Threads {

    private Threads() {}

    /** Waits for a thread's end, however often this one is asked to hurry. */
    static void awaitEnd(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
