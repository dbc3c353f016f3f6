package io.shiporskip.log.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shiporskip.log.Commits;
import io.shiporskip.log.StoredEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is kept of the log's end, and who is woken when it grows. */
class TailRingTest {

    /** One event counts its texts and 200 more. */
    private static final int CHARACTERS = 204;

    @Test
    void whatWasAddedLastIsKeptHoweverLargeItIs() {
        TailRing ring = new TailRing(1);
        ring.startAfter(0);
        ring.add(List.of(event(1)));

        assertThat(ring.after(0, 10)).contains(List.of(event(1)));
    }

    @Test
    void asMuchIsKeptAsFitsAndNoMore() {
        TailRing ring = new TailRing(2 * CHARACTERS);
        ring.startAfter(0);
        ring.add(List.of(event(1)));
        ring.add(List.of(event(2)));
        assertThat(ring.after(0, 10)).contains(List.of(event(1), event(2)));

        ring.add(List.of(event(3)));
        assertThat(ring.after(0, 10)).isEmpty();
        assertThat(ring.after(1, 10)).contains(List.of(event(2), event(3)));

        TailRing smaller = new TailRing(2 * CHARACTERS - 1);
        smaller.startAfter(0);
        smaller.add(List.of(event(1)));
        smaller.add(List.of(event(2)));
        assertThat(smaller.after(0, 10)).isEmpty();
        assertThat(smaller.after(1, 10)).contains(List.of(event(2)));
    }

    @Test
    void whoWaitsAtTheEndIsWokenWhenItGrows() {
        TailRing ring = new TailRing();
        ring.startAfter(4);
        Thread waits = waiting(ring, 4);

        ring.add(List.of(event(5)));

        await().until(() -> !waits.isAlive());
    }

    @Test
    void whoWaitsAtTheEndIsWokenWhenItCannotBeRead() {
        TailRing ring = new TailRing();
        ring.startAfter(4);
        Thread waits = waiting(ring, 4);

        ring.fail(new IllegalStateException("for this test"));

        await().until(() -> !waits.isAlive());
        assertThatThrownBy(() -> ring.after(4, 10)).hasMessage("for this test");
    }

    @Test
    void howFarItReachesMayBeAskedByOneThreadWhileAnotherAdds() {
        TailRing ring = new TailRing();
        ring.startAfter(4);
        Thread asks = Thread.ofPlatform().start(ring::last);
        await().until(() -> !asks.isAlive());

        Thread adds = Thread.ofPlatform().daemon().start(() -> ring.add(List.of(event(5))));

        await().until(() -> !adds.isAlive());
        assertThat(ring.last()).isEqualTo(5);
    }

    /** A thread that waits until something follows the position, and does so now. */
    private static Thread waiting(TailRing ring, long position) {
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                ring.await(position, TimeUnit.HOURS.toNanos(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }

    private static StoredEvent event(long position) {
        return new StoredEvent(
                position, "e", "c", "a", "Thing", position, "N", "1", Commits.TIME, Commits.TIME, "{}", "{}");
    }
}
