package io.shiporskip.log;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells readers in this process that the log grew, so that they need not poll. A hint, never a proof: a reader still
 * reads what stands in the log, and other processes write without telling us.
 */
public final class LogWakeUp {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grew = lock.newCondition();
    private long head;
    private volatile boolean hearsAll;

    /** The log is known to reach {@code headPosition}; an older position than one already told changes nothing. */
    public void appended(long headPosition) {
        lock.lock();
        try {
            if (headPosition > head) {
                head = headPosition;
                grew.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether every growth of the log is told here, whichever process caused it, so that nobody need poll. */
    public void hearsAll(boolean all) {
        hearsAll = all;
    }

    /** Whether every growth of the log is told here; if not, readers ask for themselves now and then. */
    public boolean hearsAll() {
        return hearsAll;
    }

    /** @return whether the log is known to reach beyond {@code position}, waiting up to {@code max} for it */
    public boolean awaitBeyond(long position, Duration max) throws InterruptedException {
        long nanos = max.toNanos();
        lock.lockInterruptibly();
        try {
            while (head <= position) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = grew.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
