package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shiporskip.log.Commits;
import io.shiporskip.log.LogHead;
import io.shiporskip.log.block.Block;
import io.shiporskip.log.metrics.LogMetrics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The answer table of the append protocol. What a failover does to majority reads cannot be had from one server. */
class BlockSenderTest {

    private static final Answer OK = new Answer.Acknowledged();
    private static final Answer DUPLICATE = new Answer.DuplicateKey();
    private static final Answer UNKNOWN = new Answer.Unknown("connection lost");
    private static final Answer DISK_FULL = new Answer.Lasting("disk full", true);

    private final List<Commit> commits = List.of(Commits.of("a", 0, 1), Commits.of("b", 0, 2));
    private final Block block = BlockNumbering.after(LogHead.EMPTY, commits, "a.1");
    private final List<Block> sent = new ArrayList<>();
    private final Deque<Optional<String>> slots = new ArrayDeque<>();
    private final Deque<Map<Commit, Integer>> held = new ArrayDeque<>();

    @Test
    void acknowledgedWithoutErrorsIsDone() throws InterruptedException {
        assertThat(outcomeOf(OK)).isEqualTo(new Outcome.Stands());
    }

    @Test
    void anUnknownOutcomeIsSentAgainForTheSameSlot() throws InterruptedException {
        assertThat(outcomeOf(UNKNOWN, UNKNOWN, OK)).isEqualTo(new Outcome.Stands());
        assertThat(sent).containsExactly(block, block, block);
    }

    @Test
    void ourOwnBlockInTheSlotIsDone() throws InterruptedException {
        slots.add(Optional.of(block.id()));

        assertThat(outcomeOf(UNKNOWN, DUPLICATE)).isEqualTo(new Outcome.Stands());
    }

    @Test
    void anothersBlockInTheSlotTakesIt() throws InterruptedException {
        slots.add(Optional.of("another"));

        assertThat(outcomeOf(UNKNOWN, DUPLICATE)).isEqualTo(new Outcome.SlotTaken());
    }

    @Test
    void whatRefusedUsMayNotBeMajorityCommittedYetAndThenTheSameBlockIsSentAgain() throws InterruptedException {
        slots.addAll(List.of(Optional.empty(), Optional.empty(), Optional.of("another")));

        assertThat(outcomeOf(DUPLICATE, DUPLICATE, DUPLICATE)).isEqualTo(new Outcome.SlotTaken());
        assertThat(sent).containsExactly(block, block, block);
    }

    @Test
    void whatRefusedUsMayBeTakenBackByAFailover() throws InterruptedException {
        slots.add(Optional.empty());

        assertThat(outcomeOf(DUPLICATE, OK)).isEqualTo(new Outcome.Stands());
        assertThat(sent).containsExactly(block, block);
    }

    @Test
    void onlyTheCommitsWhoseKeysAreHeldLose() throws InterruptedException {
        slots.add(Optional.empty());
        held.add(Map.of(commits.get(1), 1));

        assertThat(outcomeOf(DUPLICATE)).isEqualTo(new Outcome.KeysTaken(Map.of(commits.get(1), 1)));
    }

    @Test
    void aLastingErrorFailsOnTheFirstSend() throws InterruptedException {
        assertThat(outcomeOf(DISK_FULL)).isEqualTo(new Outcome.Failed("disk full", true));
    }

    @Test
    void noLaterErrorSettlesWhatWasOnceUnknown() throws InterruptedException {
        slots.add(Optional.of(block.id()));

        assertThat(outcomeOf(UNKNOWN, DISK_FULL, DISK_FULL, DUPLICATE)).isEqualTo(new Outcome.Stands());
        assertThat(sent).hasSize(4).containsOnly(block);
    }

    @Test
    void aClosedAppenderProvesNothing() throws InterruptedException {
        BlockSender sender = new BlockSender(
                any -> {
                    sent.add(any);
                    return UNKNOWN;
                },
                evidence(),
                () -> sent.size() == 2);

        assertThat(sender.send(block, commits)).isEqualTo(new Outcome.NotProven());
    }

    @Test
    void everySendWithoutAnOutcomeIsCounted() throws InterruptedException {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Deque<Answer> script = new ArrayDeque<>(List.of(UNKNOWN, UNKNOWN, OK));

        new BlockSender(any -> script.remove(), evidence(), () -> false, new LogMetrics(meters), new AppenderHealth())
                .send(block, commits);

        assertThat(meters.get("event.log.sends.unknown").counter().count()).isEqualTo(2);
    }

    private Outcome outcomeOf(Answer... answers) throws InterruptedException {
        Deque<Answer> script = new ArrayDeque<>(List.of(answers));
        BlockSender sender = new BlockSender(
                any -> {
                    sent.add(any);
                    return script.remove();
                },
                evidence(),
                () -> false);
        Outcome outcome = sender.send(block, commits);
        assertThat(script).isEmpty();
        return outcome;
    }

    private Evidence evidence() {
        return new Evidence() {
            @Override
            public Optional<String> ownerOfSlot(Block any) {
                return slots.remove();
            }

            @Override
            public OptionalInt firstHeldByAnother(Block any, Commit commit) {
                Integer index = held.isEmpty() ? null : held.getFirst().get(commit);
                return index == null ? OptionalInt.empty() : OptionalInt.of(index);
            }
        };
    }
}
