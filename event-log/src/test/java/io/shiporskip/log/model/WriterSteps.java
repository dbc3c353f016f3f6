package io.shiporskip.log.model;

import java.util.ArrayList;
import java.util.List;

/** What a writer can do next, and its crash. */
final class WriterSteps {

    private final Protocol protocol;
    private final WriterLoop loop;

    WriterSteps(Protocol protocol, WriterLoop loop) {
        this.protocol = protocol;
        this.loop = loop;
    }

    void add(World world, Writer writer, List<Step> steps) {
        if (writer.readsHead()) {
            readsHead(world, writer, steps);
        } else if (writer.mayClaim()) {
            claims(world, writer, steps);
        } else if (writer.found() != null) {
            readsEvidence(world, writer, writer.found(), steps);
        }
        boolean works = writer.block() != null || !writer.queue().isEmpty();
        if (works && world.faultsLeft() > 0) {
            Steps.add(
                    steps,
                    Step.Kind.CRASH,
                    () -> writer.name() + " is killed, and started again",
                    crashed(world.afterFault(), writer));
        }
    }

    private void readsHead(World world, Writer writer, List<Step> steps) {
        List<PlacedBlock> standing = new ArrayList<>(world.server().committed());
        if (!protocol.numbersAfterMajority()) {
            standing.addAll(world.server().tail());
        }
        for (int seen = standing.size(); seen >= 0; seen--) {
            boolean stale = seen < standing.size();
            if (stale && world.faultsLeft() == 0) {
                return;
            }
            PlacedBlock last = seen == 0 ? null : standing.get(seen - 1);
            int position = last == null ? 0 : last.lastPosition();
            Writer knowing = writer.knowing(position, last == null ? 0 : last.uid());
            World before = stale ? world.afterFault() : world;
            Steps.add(
                    steps,
                    stale ? Step.Kind.STALE_READ : Step.Kind.READS_HEAD,
                    () -> writer.name() + " reads where the log ends: at " + position + (stale ? ", out of date" : ""),
                    writer.open().isEmpty() ? before.with(knowing) : loop.numbered(before, knowing));
        }
    }

    private void claims(World world, Writer writer, List<Step> steps) {
        World claimed = world;
        for (PlannedCommit commit : writer.queue().getFirst()) {
            claimed = claimed.told(commit) == Told.QUEUED ? claimed.told(commit, Told.SENT) : claimed;
        }
        World next = loop.numbered(claimed, writer.claimed());
        Steps.add(
                steps,
                Step.Kind.CLAIMS,
                () -> writer.name() + " sends "
                        + next.writers().get(writer.id()).block(),
                next);
    }

    private void readsEvidence(World world, Writer writer, Findings found, List<Step> steps) {
        List<PlacedBlock> standing = world.server().committed();
        for (int seen = standing.size(); seen >= 0; seen--) {
            boolean stale = seen < standing.size();
            if (stale && world.faultsLeft() == 0) {
                return;
            }
            Findings more = EvidenceRead.of(
                    found, WriterLoop.block(writer), standing.subList(0, seen), protocol.asksWhoseKeyItIs());
            World before = stale ? world.afterFault() : world;
            Steps.add(
                    steps,
                    stale ? Step.Kind.STALE_READ : Step.Kind.READS_EVIDENCE,
                    () -> writer.name() + " reads what refused it: " + EvidenceRead.told(found, more)
                            + (stale ? ", out of date" : ""),
                    loop.concluded(before, writer, more));
        }
    }

    private static World crashed(World world, Writer writer) {
        World next = world;
        for (PlannedCommit commit : world.commits()) {
            boolean its =
                    writer.open().contains(commit) || writer.queue().stream().anyMatch(batch -> batch.contains(commit));
            if (its && world.told(commit) == Told.SENT) {
                next = next.told(commit, Told.UNANSWERED);
            }
        }
        World after = next;
        List<List<PlannedCommit>> unclaimed = writer.queue().stream()
                .filter(batch -> batch.stream().allMatch(commit -> after.told(commit) == Told.QUEUED))
                .toList();
        return NetworkSteps.abandoned(after, writer.id()).with(writer.restarted(unclaimed));
    }
}
