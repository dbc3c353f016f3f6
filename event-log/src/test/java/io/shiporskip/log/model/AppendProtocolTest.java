package io.shiporskip.log.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.shiporskip.log.append.RealTable;
import io.shiporskip.log.model.Explorer.Exploration;
import io.shiporskip.log.model.Findings.Reply;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The append protocol in every order of steps, with so many faults at any moment; {@code -Dlog.model.faults=3} is the
 * larger bound. And each of its rules is needed: without it, the explorer finds what breaks.
 */
class AppendProtocolTest {

    private static final int FAULTS = Integer.getInteger("log.model.faults", 2);

    private static final Protocol PROTOCOL = Protocol.whole(new RealTable());

    private static final PlannedCommit ALONE = PlannedCommit.of(0, 10);
    private static final PlannedCommit LONG = PlannedCommit.of(1, 20, 21);
    private static final PlannedCommit RIVAL = PlannedCommit.of(2, 10, 11);
    private static final PlannedCommit LATER = PlannedCommit.of(3, 30);

    /** One block of two commits; another writer's first block rivals one of them. */
    private static final List<List<List<PlannedCommit>>> TWO_WRITERS =
            List.of(List.of(List.of(ALONE, LONG)), List.of(List.of(RIVAL), List.of(LATER)));

    private static final List<List<List<PlannedCommit>>> THREE_WRITERS =
            List.of(List.of(List.of(ALONE)), List.of(List.of(LONG)), List.of(List.of(RIVAL)));

    @Test
    void twoWritersKeepEveryPromise() {
        Exploration found = explore("two writers", PROTOCOL, EnumSet.allOf(Promise.class), TWO_WRITERS, FAULTS);

        assertThat(found.counterexample()).isEmpty();
        assertThat(found.states()).isGreaterThan(10_000);
        // Everything that can happen did, and every answer was given.
        assertThat(found.kinds()).containsOnlyKeys(Step.Kind.values());
        assertThat(found.told()).containsOnlyKeys(Told.values());
    }

    @Test
    void threeWritersKeepEveryPromise() {
        Exploration found = explore("three writers", PROTOCOL, EnumSet.allOf(Promise.class), THREE_WRITERS, FAULTS - 1);

        assertThat(found.counterexample()).isEmpty();
        assertThat(found.states()).isGreaterThan(10_000);
    }

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                Arguments.of(
                        "rule 1 dropped: a block is numbered after a local read",
                        PROTOCOL.numberingAfterLocalReads(),
                        Promise.POSITIONS_ARE_CONTIGUOUS),
                Arguments.of(
                        "rule 2 dropped: the count of a write that no majority confirmed is trusted",
                        believing(Reply.UNCONFIRMED, new Verdict.Stands()),
                        Promise.DONE_IS_NEVER_LOST),
                Arguments.of(
                        "rule 2 dropped: no answer is taken for a failure",
                        believing(Reply.NONE, new Verdict.Failed()),
                        Promise.REFUSED_NEVER_STANDS),
                Arguments.of(
                        "rule 2 dropped: a duplicate key is taken for a lost race, without looking who won it",
                        believing(Reply.DUPLICATE_KEY, new Verdict.Failed()),
                        Promise.REFUSED_NEVER_STANDS),
                Arguments.of(
                        "rule 2 dropped: a key is taken for another's, without asking whose it is",
                        PROTOCOL.notAskingWhoseKeyItIs(),
                        Promise.REFUSED_NEVER_STANDS),
                Arguments.of(
                        "rule 2 dropped: a later error settles what was once unknown",
                        believing(Reply.REFUSED_FOR_GOOD, new Verdict.Failed()),
                        Promise.REFUSED_NEVER_STANDS),
                Arguments.of(
                        "rule 3 dropped: a commit that was sent is answered busy, and tried again as new",
                        PROTOCOL.answeringBusyWhatWasSent(),
                        Promise.A_COMMAND_COUNTS_ONCE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRules")
    void withoutAnyOneOfTheRulesAPromiseBreaks(String what, Protocol broken, Promise promise) {
        Exploration found = explore(what, broken, EnumSet.of(promise), TWO_WRITERS, 2);

        assertThat(found.counterexample())
                .hasValueSatisfying(way -> assertThat(way).contains("so: " + promise.otherwise()));
    }

    private static Protocol believing(Reply reply, Verdict verdict) {
        return PROTOCOL.withTable(findings ->
                findings.reply() == reply ? verdict : PROTOCOL.table().apply(findings));
    }

    private static Exploration explore(
            String what,
            Protocol protocol,
            Set<Promise> promises,
            List<List<List<PlannedCommit>>> writers,
            int faults) {
        long start = System.nanoTime();
        Exploration found = new Explorer(protocol, promises).explore(World.starting(writers, faults));
        System.out.printf(
                "%s, at most %d faults: %,d states, %,d steps, %.1f s%n%s%n",
                what,
                faults,
                found.states(),
                found.steps(),
                (System.nanoTime() - start) / 1e9,
                found.counterexample().orElse("every promise holds in every one of them"));
        return found;
    }
}
