package io.shiporskip.log.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Commands that stop waiting. One whose commit is queued is told "busy": the commit is withdrawn, and the command asked
 * for again as a new decision on what stands by then. One whose commit was sent is told that nobody knows.
 */
final class CommandSteps {

    private final Protocol protocol;

    CommandSteps(Protocol protocol) {
        this.protocol = protocol;
    }

    void add(World world, List<Step> steps) {
        for (PlannedCommit commit : world.commits()) {
            Told told = world.told(commit);
            if (told == Told.QUEUED || (told == Told.SENT && !protocol.answersSentByOutcome())) {
                World busy = withdrawn(world.afterFault().told(commit, Told.BUSY), commit);
                Steps.add(
                        steps,
                        Step.Kind.WAIT_ENDED,
                        () -> "the wait for commit " + commit.id()
                                + " ends: busy. Its command is asked for again, as commit "
                                + world.commits().size(),
                        decidedAgain(busy, commit));
            } else if (told == Told.SENT) {
                Steps.add(
                        steps,
                        Step.Kind.WAIT_ENDED,
                        () -> "the wait for commit " + commit.id() + " ends: unknown",
                        world.afterFault().told(commit, Told.UNANSWERED));
            }
        }
    }

    private static World withdrawn(World world, PlannedCommit commit) {
        World next = world;
        for (Writer writer : world.writers()) {
            List<List<PlannedCommit>> left = new ArrayList<>();
            for (List<PlannedCommit> batch : writer.queue()) {
                List<PlannedCommit> kept =
                        batch.stream().filter(other -> !other.equals(commit)).toList();
                if (!kept.isEmpty()) {
                    left.add(kept);
                }
            }
            next = next.with(writer.withQueue(List.copyOf(left)));
        }
        return next;
    }

    /** The layer above loads the stream anew, and asks the last writer to append what follows from it. */
    private static World decidedAgain(World world, PlannedCommit commit) {
        List<Integer> places = new ArrayList<>();
        for (Integer place : commit.places()) {
            int stream = place / 10;
            long standing = world.server().committed().stream()
                    .flatMap(block -> block.commits().stream())
                    .flatMap(other -> other.places().stream())
                    .filter(other -> other / 10 == stream)
                    .count();
            long before = places.stream().filter(other -> other / 10 == stream).count();
            places.add(10 * stream + (int) (standing + before));
        }
        PlannedCommit again = new PlannedCommit(world.commits().size(), commit.command(), List.copyOf(places));
        Writer last = world.writers().getLast();
        return world.decidedAgain(again).with(last.queueing(List.of(again)));
    }
}
