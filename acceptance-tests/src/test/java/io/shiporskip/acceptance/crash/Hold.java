package io.shiporskip.acceptance.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One write that is being waited for, and held when it comes. */
final class Hold {

    private final @Nullable Moment moment;
    private int seen;
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** The client whose answer is not given. */
    private volatile @Nullable Socket unanswered;

    Hold(@Nullable Moment moment) {
        this.moment = moment;
    }

    static Hold nothing() {
        return new Hold(null);
    }

    @Nullable Moment moment() {
        return moment;
    }

    boolean awaitHeld(long most, TimeUnit unit) throws InterruptedException {
        return held.await(most, unit);
    }

    void end() {
        ended.countDown();
    }

    /** @return false when the connection is to be closed */
    boolean request(Socket client, byte[] message, OutputStream server) throws IOException, InterruptedException {
        if (!comesNow(message)) {
            server.write(message);
            return true;
        }
        if (moment != null && moment.done()) {
            unanswered = client;
            server.write(message);
        } else {
            held.countDown();
        }
        ended.await();
        return false;
    }

    /** @return false when the connection is to be closed */
    boolean answer(Socket client, byte[] message, OutputStream out) throws IOException, InterruptedException {
        if (!client.equals(unanswered)) {
            out.write(message);
            return true;
        }
        held.countDown();
        ended.await();
        return false;
    }

    /** The writes of a moment are counted one after the other; whichever comes after the last is let through. */
    private synchronized boolean comesNow(byte[] message) {
        if (moment == null || seen == moment.writes().size()) {
            return false;
        }
        return moment.writes().get(seen).matches(message)
                && ++seen == moment.writes().size();
    }
}
