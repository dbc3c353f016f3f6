package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shiporskip.log.Commits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CommitQueueTest {

    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    private final CommitQueue queue = new CommitQueue(1000, 64_000_000);

    @Test
    void rivalsNeverShareABlockAndNobodyLosesTheirTurn() throws InterruptedException {
        Random random = new Random(7);
        List<Commit> offered = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            offered.add(Commits.of("stream-" + random.nextInt(40), random.nextInt(2), 1 + random.nextInt(3)));
            offer(offered.getLast());
        }
        queue.close();

        List<Commit> taken = new ArrayList<>();
        for (List<Commit> block = take(); !block.isEmpty(); block = take()) {
            CommitKeys keys = new CommitKeys();
            assertThat(block).allMatch(keys::add);
            taken.addAll(block);
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(offered);
    }

    @Test
    void commitsOfOneStreamKeepTheirOrder() throws InterruptedException {
        Commit first = Commits.of("a", 0, 2);
        Commit rival = Commits.of("a", 1, 2);
        Commit rivalOfTheRival = Commits.of("a", 2, 1);
        for (Commit commit : List.of(first, rival, rivalOfTheRival)) {
            offer(commit);
        }

        assertThat(take()).containsExactly(first);
        assertThat(take()).containsExactly(rival);
        assertThat(take()).containsExactly(rivalOfTheRival);
    }

    @Test
    void aBlockIsBoundedInCommitsAndInBytes() throws InterruptedException {
        for (int i = 0; i < 400; i++) {
            offer(Commits.of("small-" + i, 0, 1));
        }
        assertThat(take()).hasSize(CommitQueue.BLOCK_COMMITS);
        assertThat(take()).hasSize(400 - CommitQueue.BLOCK_COMMITS);

        Commit large = sized("large", 1_000_000);
        for (Commit commit : List.of(sized("x", 100_000), sized("y", 100_000), sized("z", 100_000), large)) {
            offer(commit);
        }
        assertThat(take()).hasSize(2);
        assertThat(take()).hasSize(1);
        assertThat(take()).containsExactly(large);
    }

    @Test
    void aFullQueueTakesNoMoreUntilThereIsRoom() throws InterruptedException {
        CommitQueue small = new CommitQueue(2, 64_000_000);
        assertThat(small.offer(new PendingCommit(Commits.of("a", 0, 1)), 0)).isTrue();
        assertThat(small.offer(new PendingCommit(Commits.of("b", 0, 1)), 0)).isTrue();
        assertThat(small.offer(new PendingCommit(Commits.of("c", 0, 1)), 0)).isFalse();

        small.takeWaiting();
        assertThat(small.offer(new PendingCommit(Commits.of("c", 0, 1)), 0)).isTrue();
    }

    @Test
    void theBytesOfAQueueAreBoundedToo() throws InterruptedException {
        CommitQueue small = new CommitQueue(1000, 16_000_000);
        assertThat(small.offer(new PendingCommit(sized("a", 10_000_000)), 0)).isTrue();
        assertThat(small.offer(new PendingCommit(sized("b", 10_000_000)), 0)).isFalse();
    }

    @Test
    void whoStoppedWaitingWhileQueuedIsBusyAndNeverSent() throws InterruptedException {
        PendingCommit impatient = new PendingCommit(Commits.of("a", 0, 1));
        queue.offer(impatient, 0);

        assertThatThrownBy(() -> impatient.await(0)).isInstanceOf(BusyException.class);
        queue.close();
        assertThat(take()).isEmpty();
    }

    @Test
    void whoStoppedWaitingAfterItWasTakenDoesNotKnow() throws InterruptedException {
        PendingCommit impatient = new PendingCommit(Commits.of("a", 0, 1));
        queue.offer(impatient, 0);
        queue.takeWaiting();

        assertThatThrownBy(() -> impatient.await(0)).isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void aQueueHoldsExactlyItsBytesAndABlockExactlyItsOwn() throws InterruptedException {
        Commit commit = sized("a", 100_000);
        CommitQueue exact = new CommitQueue(1000, 2L * commit.bytes());
        assertThat(exact.offer(new PendingCommit(commit), 0)).isTrue();
        assertThat(exact.offer(new PendingCommit(sized("b", 100_000)), 0)).isTrue();
        assertThat(exact.offer(new PendingCommit(Commits.of("c", 0, 1)), 0)).isFalse();
        // What was taken leaves its room.
        exact.takeWaiting();
        assertThat(exact.offer(new PendingCommit(commit), 0)).isTrue();
        assertThat(exact.offer(new PendingCommit(sized("d", 100_000)), 0)).isTrue();

        int half = CommitQueue.BLOCK_BYTES / 2 - (sized("x", 1000).bytes() - 1000);
        offer(sized("x", half));
        offer(sized("y", half));
        offer(sized("z", 1));
        assertThat(take()).hasSize(2);
    }

    @Test
    void whoWaitsForRoomGetsItAndWhoWaitsForACommitToo() throws InterruptedException {
        CommitQueue small = new CommitQueue(1, 64_000_000);
        Commit second = Commits.of("b", 0, 1);
        CompletableFuture<List<PendingCommit>> taken = CompletableFuture.supplyAsync(() -> taken(small));
        small.offer(new PendingCommit(Commits.of("a", 0, 1)), HOUR);
        assertThat(taken.join()).hasSize(1);

        small.offer(new PendingCommit(Commits.of("a", 1, 1)), HOUR);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> offered(small, second));
        assertThat(taken(small)).hasSize(1);
        assertThat(waiting.join()).isTrue();
        assertThat(taken(small)).extracting(PendingCommit::commit).containsExactly(second);
    }

    @Test
    void aClosedQueueTakesNothingAndLetsNobodyWait() throws InterruptedException {
        CommitQueue small = new CommitQueue(1, 64_000_000);
        small.offer(new PendingCommit(Commits.of("a", 0, 1)), 0);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> offered(small, Commits.of("b", 0, 1)));

        small.close();

        assertThat(waiting.join()).isFalse();
        assertThat(taken(small)).hasSize(1);
        assertThat(small.offer(new PendingCommit(Commits.of("c", 0, 1)), HOUR)).isFalse();
        assertThat(taken(small)).isEmpty();
    }

    @Test
    void whoeverWaitsForRoomIsWokenWhenABlockIsTaken() throws InterruptedException {
        CommitQueue small = new CommitQueue(1, 64_000_000);
        small.offer(new PendingCommit(Commits.of("a", 0, 1)), 0);
        Thread waits = Thread.ofVirtual().start(() -> offered(small, Commits.of("b", 0, 1)));
        await().until(() -> waits.getState() == Thread.State.TIMED_WAITING);

        small.takeWaiting();

        await().until(() -> !waits.isAlive());
        assertThat(small.commits()).isEqualTo(1);
    }

    @Test
    void itsBytesAreThoseOfTheCommitsThatWait() throws Exception {
        Commit commit = Commits.of("a", 0, 1);
        offer(commit);
        Thread asks = Thread.ofPlatform().start(queue::bytes);
        asks.join();

        // On another thread again: whoever asked holds up nobody.
        assertThat(CompletableFuture.supplyAsync(queue::bytes).get(10, TimeUnit.SECONDS))
                .isEqualTo(commit.bytes());
        CompletableFuture.runAsync(queue::takeWaiting).get(10, TimeUnit.SECONDS);
        assertThat(queue.bytes()).isZero();
    }

    @Test
    void aThreadThatIsInterruptedWhileItWaitsStaysSo() {
        PendingCommit pending = new PendingCommit(Commits.of("a", 0, 1));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> pending.await(HOUR)).isInstanceOf(BusyException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static List<PendingCommit> taken(CommitQueue queue) {
        try {
            return queue.awaitCommit(HOUR) ? queue.takeWaiting() : List.of();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean offered(CommitQueue queue, Commit commit) {
        try {
            return queue.offer(new PendingCommit(commit), HOUR);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void offer(Commit commit) throws InterruptedException {
        assertThat(queue.offer(new PendingCommit(commit), 0)).isTrue();
    }

    private List<Commit> take() {
        return taken(queue).stream().map(PendingCommit::commit).toList();
    }

    private static Commit sized(String aggregate, int bytes) {
        return Commits.of(
                new NewEvent(Commits.id(), aggregate, "Thing", 0, "X", "1", Commits.TIME, "x".repeat(bytes), "{}"));
    }
}
