package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shiporskip.log.Commits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CommitQueueTest {

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

        small.takeBlock();
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
        queue.takeBlock();

        assertThatThrownBy(() -> impatient.await(0)).isInstanceOf(UnknownOutcomeException.class);
    }

    private void offer(Commit commit) throws InterruptedException {
        assertThat(queue.offer(new PendingCommit(commit), 0)).isTrue();
    }

    private List<Commit> take() throws InterruptedException {
        return queue.takeBlock().stream().map(PendingCommit::commit).toList();
    }

    private static Commit sized(String aggregate, int bytes) {
        return Commits.of(
                new NewEvent(Commits.id(), aggregate, "Thing", 0, "X", "1", Commits.TIME, "x".repeat(bytes), "{}"));
    }
}
