package io.shiporskip.log.append;

/** Pauses between attempts, each twice as long as the one before, from 2 to 250 ms. */
final class Backoff {

    private static final long LONGEST_MILLIS = 250;

    private long millis = 2;

    void pause() throws InterruptedException {
        Thread.sleep(millis);
        millis = Math.min(2 * millis, LONGEST_MILLIS);
    }
}
